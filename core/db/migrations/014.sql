-- making: materials, recipes, batches -------------------------------------------------------------------------------------
-- Quantities of a material are thousandths of the unit it is used in. What is there has a worth, not a price.
CREATE TABLE material(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL, unit TEXT NOT NULL, bought_in TEXT NOT NULL,
  used_numerator INTEGER, used_denominator INTEGER CHECK(used_denominator > 0),  -- used units in one bought
  supplier BLOB REFERENCES contact(id), low_mark INTEGER, hidden INTEGER NOT NULL) STRICT;
CREATE TABLE material_purchase(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), supplier BLOB REFERENCES contact(id), business_date TEXT NOT NULL,
  shipping INTEGER NOT NULL CHECK(shipping BETWEEN 0 AND 100000000000),
  share_by TEXT NOT NULL CHECK(share_by IN ('value', 'weight')), at INTEGER NOT NULL, who BLOB) STRICT;
CREATE TABLE material_move(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), material BLOB NOT NULL REFERENCES material(id),
  kind TEXT NOT NULL CHECK(kind IN ('opening', 'bought', 'used', 'made', 'lost', 'own_use', 'counted', 'corrected')),
  quantity INTEGER NOT NULL CHECK(quantity BETWEEN -1000000000000 AND 1000000000000),
  value INTEGER NOT NULL CHECK(value BETWEEN -100000000000 AND 100000000000),
  purchase BLOB REFERENCES material_purchase(id), batch BLOB, corrects BLOB REFERENCES material_move(id),
  expires TEXT, at INTEGER NOT NULL, business_date TEXT NOT NULL, who BLOB) STRICT;
CREATE INDEX material_move_material ON material_move(material, at);
CREATE INDEX material_move_purchase ON material_move(purchase) WHERE purchase IS NOT NULL;
CREATE INDEX material_move_batch ON material_move(batch) WHERE batch IS NOT NULL;
CREATE INDEX material_move_corrects ON material_move(corrects) WHERE corrects IS NOT NULL;
CREATE INDEX material_move_priced ON material_move(material)
  WHERE kind IN ('opening', 'bought', 'made') AND quantity > 0 AND value > 0;
-- What is there, and what was paid last: so much for so much. Changed with each move.
CREATE TABLE material_stock(
  material BLOB PRIMARY KEY REFERENCES material(id), quantity INTEGER NOT NULL, value INTEGER NOT NULL,
  last_quantity INTEGER NOT NULL, last_value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE recipe(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), product BLOB UNIQUE REFERENCES product(id),
  material BLOB UNIQUE REFERENCES material(id), yield INTEGER NOT NULL CHECK(yield > 0), minutes INTEGER NOT NULL,
  other INTEGER NOT NULL, ready_after_days INTEGER NOT NULL, best_before_days INTEGER NOT NULL, hidden INTEGER NOT NULL,
  CHECK((product IS NULL) <> (material IS NULL))) STRICT;
CREATE TABLE recipe_line(
  recipe BLOB NOT NULL REFERENCES recipe(id), position INTEGER NOT NULL,
  material BLOB NOT NULL REFERENCES material(id), quantity INTEGER NOT NULL CHECK(quantity > 0), unit TEXT NOT NULL,
  waste_bp INTEGER NOT NULL, PRIMARY KEY(recipe, position)) STRICT, WITHOUT ROWID;
CREATE TABLE cost_rules(
  one INTEGER PRIMARY KEY CHECK(one = 1), wage INTEGER NOT NULL, overhead_bp INTEGER NOT NULL,
  overhead_hour INTEGER NOT NULL, rule TEXT NOT NULL, factor_bp INTEGER NOT NULL, margin_bp INTEGER NOT NULL,
  wanted_wage INTEGER NOT NULL, wholesale_bp INTEGER NOT NULL, step INTEGER NOT NULL) STRICT;

CREATE TABLE batch_plan(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), product BLOB REFERENCES product(id), material BLOB REFERENCES material(id),
  quantity INTEGER NOT NULL CHECK(quantity > 0), planned_for TEXT NOT NULL, custom_order BLOB REFERENCES custom_order(id),
  reserves INTEGER NOT NULL, called_off INTEGER NOT NULL, CHECK((product IS NULL) <> (material IS NULL))) STRICT;
CREATE TABLE batch_need(
  batch BLOB NOT NULL REFERENCES batch_plan(id), position INTEGER NOT NULL,
  material BLOB NOT NULL REFERENCES material(id), quantity INTEGER NOT NULL, PRIMARY KEY(batch, position)) STRICT, WITHOUT ROWID;
-- Plans that are still to be made. Kept as batches are made and taken back.
CREATE TABLE batch_open(batch BLOB PRIMARY KEY REFERENCES batch_plan(id)) STRICT, WITHOUT ROWID;
CREATE TABLE batch_made(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), plan BLOB REFERENCES batch_plan(id),
  product BLOB REFERENCES product(id), material BLOB REFERENCES material(id), at INTEGER NOT NULL, business_date TEXT NOT NULL, who BLOB,
  made INTEGER NOT NULL CHECK(made > 0), rejects INTEGER NOT NULL CHECK(rejects BETWEEN 0 AND made),
  minutes INTEGER NOT NULL, wage INTEGER NOT NULL, materials INTEGER NOT NULL, work INTEGER NOT NULL,
  other INTEGER NOT NULL, lot TEXT NOT NULL, ready_from TEXT, best_before TEXT,
  CHECK((product IS NULL) <> (material IS NULL))) STRICT;
CREATE INDEX batch_made_day ON batch_made(business_date);
CREATE INDEX batch_made_product ON batch_made(product) WHERE product IS NOT NULL;
CREATE TABLE batch_used(
  batch BLOB NOT NULL REFERENCES batch_made(id), position INTEGER NOT NULL,
  material BLOB NOT NULL REFERENCES material(id), quantity INTEGER NOT NULL, value INTEGER NOT NULL,
  PRIMARY KEY(batch, position)) STRICT, WITHOUT ROWID;
CREATE TABLE batch_taken_back(batch BLOB PRIMARY KEY REFERENCES batch_made(id)) STRICT, WITHOUT ROWID;

CREATE TRIGGER material_purchase_is_never_deleted BEFORE DELETE ON material_purchase BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER material_purchase_is_never_rewritten BEFORE UPDATE ON material_purchase BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER material_purchase_is_never_replaced BEFORE INSERT ON material_purchase WHEN EXISTS (SELECT 1 FROM material_purchase WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER material_move_is_never_deleted BEFORE DELETE ON material_move BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER material_move_is_never_rewritten BEFORE UPDATE ON material_move BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER material_move_is_never_replaced BEFORE INSERT ON material_move WHEN EXISTS (SELECT 1 FROM material_move WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER batch_made_is_never_deleted BEFORE DELETE ON batch_made BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER batch_made_is_never_rewritten BEFORE UPDATE ON batch_made BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER batch_made_is_never_replaced BEFORE INSERT ON batch_made WHEN EXISTS (SELECT 1 FROM batch_made WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER batch_used_is_never_deleted BEFORE DELETE ON batch_used BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER batch_used_is_never_rewritten BEFORE UPDATE ON batch_used BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER batch_used_is_never_replaced BEFORE INSERT ON batch_used WHEN EXISTS (SELECT 1 FROM batch_used WHERE batch = NEW.batch AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
