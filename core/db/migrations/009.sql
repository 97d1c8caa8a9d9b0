-- books: other income, hours -----------------------------------------------------------------------------------------------
CREATE TABLE income(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), at INTEGER NOT NULL, business_date TEXT NOT NULL, who BLOB,
  stream TEXT NOT NULL CHECK(stream IN ('classes', 'content', 'volunteering', 'other')),
  amount INTEGER NOT NULL CHECK(amount BETWEEN 1 AND 100000000000), contact BLOB REFERENCES contact(id),
  paid_into TEXT NOT NULL CHECK(paid_into IN ('till', 'bank', 'own', 'later')), due TEXT,
  note TEXT /* NULL once forgotten */) STRICT;
CREATE INDEX income_date ON income(business_date);
CREATE INDEX income_contact ON income(contact) WHERE contact IS NOT NULL;
CREATE INDEX income_later ON income(due) WHERE paid_into = 'later';
-- What did not come at once, once it came; and what is taken back.
CREATE TABLE income_paid(
  income BLOB PRIMARY KEY REFERENCES income(id), business_date TEXT NOT NULL,
  paid_into TEXT NOT NULL CHECK(paid_into IN ('till', 'bank', 'own'))) STRICT, WITHOUT ROWID;
CREATE TABLE income_withdrawn(income BLOB PRIMARY KEY REFERENCES income(id)) STRICT, WITHOUT ROWID;
-- What the drawer got of an income, or gave back.
CREATE TABLE income_cash(
  cash_entry BLOB PRIMARY KEY REFERENCES cash_entry(id), income BLOB NOT NULL REFERENCES income(id)) STRICT, WITHOUT ROWID;
CREATE TABLE work_time(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), business_date TEXT NOT NULL, who BLOB, stream TEXT NOT NULL,
  minutes INTEGER NOT NULL) STRICT;
CREATE INDEX work_time_date ON work_time(stream, business_date);

CREATE TRIGGER income_is_never_deleted BEFORE DELETE ON income BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER income_is_never_rewritten BEFORE UPDATE OF id, at, business_date, who, stream, amount, contact, paid_into, due
ON income BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER income_note_is_only_forgotten BEFORE UPDATE OF note ON income WHEN NEW.note IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER income_is_never_replaced BEFORE INSERT ON income WHEN EXISTS (SELECT 1 FROM income WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER income_cash_is_never_deleted BEFORE DELETE ON income_cash BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER income_cash_is_never_rewritten BEFORE UPDATE ON income_cash BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER income_cash_is_never_replaced BEFORE INSERT ON income_cash
WHEN EXISTS (SELECT 1 FROM income_cash WHERE cash_entry = NEW.cash_entry)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER work_time_is_never_deleted BEFORE DELETE ON work_time BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER work_time_is_never_rewritten BEFORE UPDATE ON work_time BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER work_time_is_never_replaced BEFORE INSERT ON work_time WHEN EXISTS (SELECT 1 FROM work_time WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- books: pots ------------------------------------------------------------------------------------------------------------
CREATE TABLE pot(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), kind TEXT NOT NULL, name TEXT NOT NULL,
  share INTEGER NOT NULL CHECK(share BETWEEN 0 AND 10000), full_at INTEGER, position INTEGER NOT NULL,
  hidden INTEGER NOT NULL) STRICT;
CREATE TABLE pot_move(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), pot BLOB NOT NULL REFERENCES pot(id), at INTEGER NOT NULL,
  business_date TEXT NOT NULL, who BLOB, amount INTEGER NOT NULL,
  of_day TEXT /* the day whose money was shared out */) STRICT;
CREATE INDEX pot_move_pot ON pot_move(pot);
CREATE INDEX pot_move_day ON pot_move(of_day) WHERE of_day IS NOT NULL;
CREATE TRIGGER pot_move_is_never_deleted BEFORE DELETE ON pot_move BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER pot_move_is_never_rewritten BEFORE UPDATE ON pot_move BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER pot_move_is_never_replaced BEFORE INSERT ON pot_move WHEN EXISTS (SELECT 1 FROM pot_move WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- books: classes -----------------------------------------------------------------------------------------------------------
CREATE TABLE class_session(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL, place TEXT NOT NULL, day TEXT NOT NULL,
  begins INTEGER NOT NULL, minutes INTEGER NOT NULL, seats INTEGER NOT NULL CHECK(seats > 0),
  price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 100000000000), called_off INTEGER NOT NULL) STRICT;
CREATE INDEX class_session_day ON class_session(day);
CREATE TABLE class_seat(
  custom_order BLOB PRIMARY KEY REFERENCES custom_order(id), session BLOB NOT NULL REFERENCES class_session(id),
  seats INTEGER NOT NULL CHECK(seats > 0), attended INTEGER /* NULL: not known */) STRICT, WITHOUT ROWID;
CREATE INDEX class_seat_session ON class_seat(session);

-- books: the bank ----------------------------------------------------------------------------------------------------------
CREATE TABLE bank_line(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), account TEXT NOT NULL, day TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK(amount <> 0 AND amount BETWEEN -100000000000 AND 100000000000),
  at INTEGER NOT NULL, who BLOB, text TEXT /* NULL once forgotten */) STRICT;
CREATE INDEX bank_line_day ON bank_line(account, day);
-- What a line was for, as it is said now: payments of sales, an expense, or an income.
CREATE TABLE bank_match(
  line BLOB NOT NULL REFERENCES bank_line(id), what TEXT NOT NULL CHECK(what IN ('payment', 'expense', 'income')),
  subject BLOB NOT NULL UNIQUE, PRIMARY KEY(line, what, subject)) STRICT, WITHOUT ROWID;
CREATE TRIGGER bank_line_is_never_deleted BEFORE DELETE ON bank_line BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER bank_line_is_never_rewritten BEFORE UPDATE OF id, account, day, amount, at, who ON bank_line
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER bank_line_text_is_only_forgotten BEFORE UPDATE OF text ON bank_line WHEN NEW.text IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER bank_line_is_never_replaced BEFORE INSERT ON bank_line WHEN EXISTS (SELECT 1 FROM bank_line WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- books: tax ---------------------------------------------------------------------------------------------------------------
CREATE TABLE tax_choice(
  valid_from TEXT PRIMARY KEY, code TEXT NOT NULL, numerator INTEGER NOT NULL,
  denominator INTEGER NOT NULL CHECK(denominator > 0)) STRICT, WITHOUT ROWID;

-- For sums over days.
CREATE INDEX order_work_date ON order_work(business_date);
CREATE INDEX partner_entry_date ON partner_entry(business_date);
