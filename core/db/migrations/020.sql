-- catalog: bundles ("any 3 for 100.000") --------------------------------------------------------------------------------------
-- Of a category, or of the products listed beside it; a product that varies stands for all its variants.
CREATE TABLE bundle_rule(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL, pieces INTEGER NOT NULL CHECK(pieces >= 2),
  price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 100000000000), category BLOB REFERENCES category(id),
  stopped INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE bundle_rule_product(
  rule BLOB NOT NULL REFERENCES bundle_rule(id), position INTEGER NOT NULL, product BLOB NOT NULL REFERENCES product(id),
  PRIMARY KEY(rule, position)) STRICT, WITHOUT ROWID;

-- sale: the bundles a sale was made with, as they were, and which of its lines are of which -------------------------------------
CREATE TABLE sale_bundle(
  sale BLOB NOT NULL REFERENCES sale(id), position INTEGER NOT NULL, rule BLOB, name TEXT NOT NULL,
  pieces INTEGER NOT NULL, price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 100000000000),
  times INTEGER NOT NULL CHECK(times > 0), PRIMARY KEY(sale, position)) STRICT, WITHOUT ROWID;
ALTER TABLE sale_line ADD COLUMN bundle INTEGER;  -- the position of the sale_bundle; none: sold by itself
CREATE TRIGGER sale_bundle_is_never_deleted BEFORE DELETE ON sale_bundle BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER sale_bundle_is_never_rewritten BEFORE UPDATE ON sale_bundle BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_bundle_is_never_replaced BEFORE INSERT ON sale_bundle WHEN EXISTS (SELECT 1 FROM sale_bundle WHERE sale = NEW.sale AND position = NEW.position)
  BEGIN SELECT RAISE(ABORT, 'a fact is never replaced'); END;
CREATE TRIGGER sale_line_bundle_is_never_rewritten BEFORE UPDATE OF bundle ON sale_line BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
