-- fair ------------------------------------------------------------------------------------------------------------------
CREATE TABLE fair(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL, stall TEXT NOT NULL, town TEXT NOT NULL,
  organiser BLOB REFERENCES contact(id),
  fee_fixed INTEGER NOT NULL CHECK(fee_fixed BETWEEN 0 AND 100000000000),
  fee_share_bp INTEGER NOT NULL CHECK(fee_share_bp BETWEEN 0 AND 10000),
  fee_minimum INTEGER NOT NULL CHECK(fee_minimum BETWEEN 0 AND 100000000000),
  fee_maximum INTEGER CHECK(fee_maximum BETWEEN fee_minimum AND 100000000000),
  fee_deposit INTEGER NOT NULL CHECK(fee_deposit BETWEEN 0 AND 100000000000), fee_due TEXT,
  float INTEGER NOT NULL CHECK(float BETWEEN 0 AND 100000000000),
  state TEXT NOT NULL CHECK(state IN ('asked', 'accepted', 'paid', 'refused')),
  price_change_bp INTEGER NOT NULL, tax_name TEXT NOT NULL, tax_numerator INTEGER, tax_denominator INTEGER,
  tax_included INTEGER NOT NULL, own_minutes INTEGER NOT NULL CHECK(own_minutes >= 0),
  verdict TEXT CHECK(verdict IN ('yes', 'maybe', 'no')), note TEXT /* NULL: none, or forgotten with a person */,
  hidden INTEGER NOT NULL) STRICT;
CREATE TABLE fair_day(
  fair BLOB NOT NULL REFERENCES fair(id), date TEXT NOT NULL, opens_minute INTEGER NOT NULL,
  closes_minute INTEGER NOT NULL, PRIMARY KEY(fair, date)) STRICT, WITHOUT ROWID;
CREATE INDEX fair_day_date ON fair_day(date);
CREATE TABLE fair_cost(
  fair BLOB NOT NULL REFERENCES fair(id), position INTEGER NOT NULL, name TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK(amount BETWEEN 0 AND 100000000000), PRIMARY KEY(fair, position)) STRICT, WITHOUT ROWID;
CREATE TABLE fair_helper(
  fair BLOB NOT NULL REFERENCES fair(id), position INTEGER NOT NULL, contact BLOB NOT NULL REFERENCES contact(id),
  minutes INTEGER NOT NULL CHECK(minutes >= 0), pay INTEGER NOT NULL CHECK(pay BETWEEN 0 AND 100000000000),
  PRIMARY KEY(fair, position)) STRICT, WITHOUT ROWID;
CREATE TABLE fair_price(
  fair BLOB NOT NULL REFERENCES fair(id), product BLOB NOT NULL REFERENCES product(id),
  price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 100000000000), PRIMARY KEY(fair, product)) STRICT, WITHOUT ROWID;
-- Which days of the till were at which fair; no row: at none.
CREATE TABLE fair_till_day(
  till_day BLOB PRIMARY KEY REFERENCES till_day(id), fair BLOB NOT NULL REFERENCES fair(id)) STRICT, WITHOUT ROWID;
CREATE INDEX fair_till_day_fair ON fair_till_day(fair);
-- What was asked for and not sold. count -1 takes one back.
CREATE TABLE fair_asked(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), fair BLOB NOT NULL REFERENCES fair(id), at INTEGER NOT NULL, who BLOB,
  product BLOB REFERENCES product(id), reason TEXT NOT NULL CHECK(reason IN ('none', 'price', 'colour', 'size')),
  count INTEGER NOT NULL CHECK(count IN (1, -1)), what TEXT) STRICT;
CREATE INDEX fair_asked_fair ON fair_asked(fair);
CREATE TRIGGER fair_asked_is_never_deleted BEFORE DELETE ON fair_asked BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER fair_asked_is_never_rewritten BEFORE UPDATE OF id, fair, at, who, product, reason, count ON fair_asked
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER fair_asked_what_is_only_forgotten BEFORE UPDATE OF what ON fair_asked WHEN NEW.what IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER fair_asked_is_never_replaced BEFORE INSERT ON fair_asked WHEN EXISTS (SELECT 1 FROM fair_asked WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- stock: the box of a fair is a place of our own -----------------------------------------------------------------------
ALTER TABLE place ADD COLUMN fair BLOB;
CREATE UNIQUE INDEX place_fair ON place(fair) WHERE fair IS NOT NULL;
-- What was brought, lost, given and taken home again; what was sold is the most of it, and stands in the sums.
CREATE INDEX movement_carried ON movement(place, product) WHERE kind IN ('moved', 'corrected', 'lost', 'gift', 'own_use', 'counted');

-- sale: sums of each day of the till. What comes back is taken off the day and the hour it was sold in. ---------------------
CREATE TABLE till_hour_sum(
  till_day BLOB NOT NULL, hour INTEGER NOT NULL, count INTEGER NOT NULL, net INTEGER NOT NULL,
  PRIMARY KEY(till_day, hour)) STRICT, WITHOUT ROWID;
CREATE TABLE till_product_sum(
  till_day BLOB NOT NULL, product BLOB NOT NULL, quantity INTEGER NOT NULL, net INTEGER NOT NULL,
  PRIMARY KEY(till_day, product)) STRICT, WITHOUT ROWID;
CREATE TEMP TABLE counted AS
  SELECT s.id AS sale, o.till_day, o.hour, s.kind = 'sale' AS is_sale,
    NOT EXISTS (SELECT 1 FROM sale v WHERE v.kind = 'void' AND v.corrects = s.id) AS stands
  FROM sale s JOIN sale o ON o.id = CASE s.kind WHEN 'refund' THEN s.corrects ELSE s.id END
  WHERE s.kind IN ('sale', 'refund') AND o.till_day IS NOT NULL;
INSERT INTO till_hour_sum
  SELECT till_day, hour, sum(is_sale * stands),
    sum(stands * (SELECT coalesce(sum(amount), 0) FROM sale_line WHERE sale_line.sale = counted.sale))
  FROM counted GROUP BY till_day, hour;
INSERT INTO till_product_sum
  SELECT till_day, coalesce(product, zeroblob(16)), sum(stands * quantity), sum(stands * amount)
  FROM counted JOIN sale_line ON sale_line.sale = counted.sale GROUP BY till_day, coalesce(product, zeroblob(16));
DROP TABLE counted;
