-- sale: of each day of the till, the tax inside its prices, and what partners get of it ------------------------------------
ALTER TABLE till_hour_sum ADD COLUMN tax_included INTEGER NOT NULL DEFAULT 0;
CREATE TABLE till_partner_sum(till_day BLOB PRIMARY KEY, amount INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TEMP TABLE taxed AS
  SELECT o.till_day, o.hour, sum(s.tax_included) AS tax
  FROM sale s JOIN sale o ON o.id = CASE s.kind WHEN 'refund' THEN s.corrects ELSE s.id END
  WHERE s.kind IN ('sale', 'refund') AND o.till_day IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.kind = 'void' AND v.corrects = s.id)
  GROUP BY o.till_day, o.hour;
UPDATE till_hour_sum SET tax_included = taxed.tax FROM taxed
  WHERE taxed.till_day = till_hour_sum.till_day AND taxed.hour = till_hour_sum.hour;
DROP TABLE taxed;
INSERT INTO till_partner_sum
  SELECT o.till_day, sum(e.amount) FROM partner_entry e JOIN sale s ON s.id = e.sale
  JOIN sale o ON o.id = coalesce(s.corrects, s.id)
  WHERE e.book = 'consignment' AND o.till_day IS NOT NULL GROUP BY o.till_day;

-- fair: what left a place for good -----------------------------------------------------------------------------------------
CREATE INDEX movement_gone ON movement(place, product, kind, quantity) WHERE kind IN ('lost', 'gift', 'own_use', 'counted');
