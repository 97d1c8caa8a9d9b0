-- report: what was agreed beside the list price, what stood at this stall for partners, and the tax within prices,
-- summed as sales are written ---------------------------------------------------------------------------------------------
CREATE TABLE bargain_sum(
  period TEXT NOT NULL, product BLOB NOT NULL, quantity INTEGER NOT NULL, list INTEGER NOT NULL, agreed INTEGER NOT NULL,
  PRIMARY KEY(period, product)) STRICT, WITHOUT ROWID;
CREATE TABLE partner_sum(
  period TEXT NOT NULL, partner BLOB NOT NULL, book TEXT NOT NULL, quantity INTEGER NOT NULL, proceeds INTEGER NOT NULL,
  share INTEGER NOT NULL, PRIMARY KEY(period, partner, book)) STRICT, WITHOUT ROWID;
ALTER TABLE period_sum ADD COLUMN tax_included INTEGER NOT NULL DEFAULT 0;

CREATE TEMP TABLE standing AS
  SELECT s.id, s.kind, s.business_date, s.tax_included FROM sale s WHERE s.kind IN ('sale', 'refund')
    AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.kind = 'void' AND v.corrects = s.id);
CREATE TEMP TABLE period_length(letters INTEGER);
INSERT INTO period_length VALUES (4), (7), (10);
INSERT INTO bargain_sum
  SELECT substr(s.business_date, 1, letters), l.product, sum(l.quantity),
    sum(min(100000000000, (l.quantity * l.list_price + 500) / 1000)), sum(l.amount)
  FROM standing s JOIN sale_line l ON l.sale = s.id, period_length
  WHERE s.kind = 'sale' AND l.product IS NOT NULL AND l.list_price > 0
    AND l.amount <> min(100000000000, (l.quantity * l.list_price + 500) / 1000) GROUP BY 1, 2;
INSERT INTO partner_sum
  SELECT substr(business_date, 1, letters), partner, book, sum(quantity), sum(proceeds), sum(amount)
  FROM partner_entry, period_length WHERE kind IN ('sold', 'refunded', 'voided', 'lost') GROUP BY 1, 2, 3;
UPDATE period_sum SET tax_included = counted.tax FROM (
    SELECT substr(business_date, 1, letters) AS period, sum(tax_included) AS tax FROM standing, period_length GROUP BY 1
  ) counted WHERE counted.period = period_sum.period;
DROP TABLE period_length;
DROP TABLE standing;
