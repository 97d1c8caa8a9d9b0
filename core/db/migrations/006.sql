-- books: expenses --------------------------------------------------------------------------------------------------------
CREATE TABLE expense(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), at INTEGER NOT NULL, business_date TEXT NOT NULL, who BLOB,
  category TEXT NOT NULL, amount INTEGER NOT NULL CHECK(amount BETWEEN 1 AND 100000000000),
  fair BLOB, custom_order BLOB REFERENCES custom_order(id), product BLOB REFERENCES product(id),
  contact BLOB REFERENCES contact(id), paid_from TEXT NOT NULL CHECK(paid_from IN ('till', 'bank', 'own', 'later')),
  due TEXT, recurring BLOB, recurring_day TEXT,
  photo TEXT, note TEXT /* NULL once forgotten */) STRICT;
CREATE INDEX expense_date ON expense(business_date);
CREATE INDEX expense_fair ON expense(fair) WHERE fair IS NOT NULL;
CREATE INDEX expense_order ON expense(custom_order) WHERE custom_order IS NOT NULL;
CREATE INDEX expense_contact ON expense(contact) WHERE contact IS NOT NULL;
CREATE INDEX expense_recurring ON expense(recurring) WHERE recurring IS NOT NULL;
CREATE INDEX expense_later ON expense(due) WHERE paid_from = 'later';
-- What was not paid at once, while it is paid; and what is taken back, with its payment.
CREATE TABLE expense_paid(
  expense BLOB PRIMARY KEY REFERENCES expense(id), business_date TEXT NOT NULL,
  paid_from TEXT NOT NULL CHECK(paid_from IN ('till', 'bank', 'own'))) STRICT, WITHOUT ROWID;
CREATE TABLE expense_withdrawn(expense BLOB PRIMARY KEY REFERENCES expense(id)) STRICT, WITHOUT ROWID;
-- What the drawer gave for an expense, or got back.
CREATE TABLE expense_cash(
  cash_entry BLOB PRIMARY KEY REFERENCES cash_entry(id), expense BLOB NOT NULL REFERENCES expense(id)) STRICT, WITHOUT ROWID;

CREATE TABLE recurring_expense(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), category TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK(amount BETWEEN 1 AND 100000000000),
  paid_from TEXT NOT NULL CHECK(paid_from IN ('till', 'bank', 'own', 'later')),
  every TEXT NOT NULL CHECK(every IN ('week', 'month')), first_day TEXT NOT NULL, name TEXT NOT NULL,
  hidden INTEGER NOT NULL) STRICT;
-- An occurrence that was not to be paid.
CREATE TABLE recurring_skipped(
  recurring BLOB NOT NULL REFERENCES recurring_expense(id), day TEXT NOT NULL, PRIMARY KEY(recurring, day))
  STRICT, WITHOUT ROWID;

CREATE TRIGGER expense_is_never_deleted BEFORE DELETE ON expense BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER expense_is_never_rewritten BEFORE UPDATE OF id, at, business_date, who, category, amount, fair, custom_order,
  product, contact, paid_from, due, recurring, recurring_day ON expense
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER expense_words_are_only_forgotten BEFORE UPDATE OF photo, note ON expense
WHEN coalesce(NEW.photo, NEW.note) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER expense_is_never_replaced BEFORE INSERT ON expense WHEN EXISTS (SELECT 1 FROM expense WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER expense_cash_is_never_deleted BEFORE DELETE ON expense_cash BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER expense_cash_is_never_rewritten BEFORE UPDATE ON expense_cash BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER expense_cash_is_never_replaced BEFORE INSERT ON expense_cash
WHEN EXISTS (SELECT 1 FROM expense_cash WHERE cash_entry = NEW.cash_entry)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

DROP VIEW photo_shown;
CREATE VIEW photo_shown(name) AS
  SELECT lower(hex(photo)) FROM product WHERE length(photo) > 0
  UNION ALL SELECT photo FROM contact WHERE photo <> ''
  UNION ALL SELECT photo FROM order_picture WHERE photo IS NOT NULL
  UNION ALL SELECT photo FROM testimonial WHERE photo <> ''
  UNION ALL SELECT photo FROM expense WHERE photo <> ''
  UNION ALL SELECT trim(value, '"') FROM setting WHERE name = 'logo';
