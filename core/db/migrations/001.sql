-- Schema 1: a day at the stall.
-- Facts are inserted, never updated or deleted (see the triggers at the end). Cards are edited and hidden.
-- Amounts are minor units, quantities thousandths, instants UTC milliseconds, dates ISO text, ids 16 bytes.

CREATE TABLE journal(
  seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  epoch BLOB NOT NULL, epoch_seq INTEGER NOT NULL, at INTEGER NOT NULL, who BLOB,
  kind TEXT NOT NULL, version INTEGER NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32), personal_hash BLOB,
  -- Last, since an import is one entry of many megabytes: what stands behind it could not be read without it.
  body TEXT NOT NULL, personal TEXT,
  UNIQUE(epoch, epoch_seq)) STRICT;

CREATE TABLE epoch(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), number INTEGER NOT NULL, till TEXT NOT NULL, begun_at INTEGER NOT NULL,
  reason TEXT NOT NULL, UNIQUE(till, number)) STRICT;

CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- catalog ------------------------------------------------------------------------------------------------------------
CREATE TABLE category(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL, colour INTEGER NOT NULL, position INTEGER NOT NULL,
  hidden INTEGER NOT NULL) STRICT;

CREATE TABLE photo(hash BLOB PRIMARY KEY CHECK(length(hash) = 32), jpeg BLOB NOT NULL, thumbnail BLOB NOT NULL) STRICT;

-- A variant is a product whose parent is the product it varies; its option_values answer the parent's option_names.
CREATE TABLE product(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), parent BLOB REFERENCES product(id),
  code TEXT NOT NULL, barcode TEXT NOT NULL, name TEXT NOT NULL,
  price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 100000000000),
  cost INTEGER CHECK(cost BETWEEN 0 AND 100000000000), floor INTEGER CHECK(floor BETWEEN 0 AND 100000000000),
  category BLOB REFERENCES category(id), maker BLOB, photo BLOB, story TEXT NOT NULL, tax_class TEXT NOT NULL,
  option_names TEXT NOT NULL, option_values TEXT NOT NULL,
  tracked INTEGER NOT NULL, one_of_a_kind INTEGER NOT NULL, open_price INTEGER NOT NULL, favourite INTEGER NOT NULL,
  low_mark INTEGER, position INTEGER NOT NULL, hidden INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX product_code ON product(code) WHERE code <> '';
CREATE UNIQUE INDEX product_barcode ON product(barcode) WHERE barcode <> '';
CREATE INDEX product_parent ON product(parent) WHERE parent IS NOT NULL;
-- The order of the selling grid: favourites first, then the maker's own order, then the name.
CREATE INDEX product_grid ON product(favourite DESC, position, name) WHERE parent IS NULL AND hidden = 0;
CREATE INDEX product_category ON product(category, favourite DESC, position, name) WHERE parent IS NULL AND hidden = 0;

-- people -------------------------------------------------------------------------------------------------------------
CREATE TABLE seller(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT, role TEXT NOT NULL CHECK(role IN ('owner', 'helper')),
  pin_hash TEXT NOT NULL, hidden INTEGER NOT NULL) STRICT;

-- A card that was merged into another points there; what was written down about it stays as it is.
CREATE TABLE contact(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT, phone TEXT, town TEXT, makes TEXT,
  is_partner INTEGER NOT NULL, met_at INTEGER NOT NULL, hidden INTEGER NOT NULL,
  source TEXT /* whom an import met: 'csv 17850' */,
  kind TEXT NOT NULL CHECK(kind IN ('person', 'group')), roles TEXT NOT NULL /* 'shop supplier' */,
  whatsapp TEXT, instagram TEXT, email TEXT, address TEXT, birthday TEXT /* 'MM-DD' or 'YYYY-MM-DD' */, language TEXT,
  prefers TEXT, met_where TEXT, met_through BLOB, consent_at INTEGER, consent_how TEXT, photo TEXT,
  merged_into BLOB REFERENCES contact(id)) STRICT;
CREATE INDEX contact_met ON contact(met_at DESC, id DESC) WHERE hidden = 0;
CREATE INDEX contact_phone ON contact(phone) WHERE phone <> '' AND hidden = 0;
CREATE INDEX contact_merged ON contact(merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX contact_birthday ON contact(substr(birthday, -5)) WHERE birthday <> '' AND hidden = 0;
CREATE TABLE contact_tag(
  contact BLOB NOT NULL REFERENCES contact(id), position INTEGER NOT NULL, tag TEXT NOT NULL,
  PRIMARY KEY(contact, position)) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tag_use ON contact_tag(tag);
CREATE TABLE contact_member(  -- of a community
  community BLOB NOT NULL REFERENCES contact(id), position INTEGER NOT NULL, member BLOB NOT NULL REFERENCES contact(id),
  PRIMARY KEY(community, position)) STRICT, WITHOUT ROWID;
CREATE INDEX contact_member_of ON contact_member(member);
-- Two cards that look alike and are not.
CREATE TABLE contact_apart(
  one BLOB NOT NULL, other BLOB NOT NULL, PRIMARY KEY(one, other), CHECK(one < other)) STRICT, WITHOUT ROWID;
-- What a search looks through, made from the card: no row of a hidden or forgotten contact. Not compared by `verify`:
-- how letters are folded is the library's.
CREATE TABLE contact_search(
  number INTEGER PRIMARY KEY, contact BLOB NOT NULL UNIQUE REFERENCES contact(id), text TEXT NOT NULL) STRICT;
CREATE INDEX contact_search_text ON contact_search(text);
CREATE TABLE contact_word(word TEXT NOT NULL, contact INTEGER NOT NULL, PRIMARY KEY(word, contact)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE contact_part USING fts5(
  text, content = 'contact_search', content_rowid = 'number', tokenize = 'trigram', detail = none, columnsize = 0);
CREATE TABLE note(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), contact BLOB NOT NULL REFERENCES contact(id), sale BLOB,
  at INTEGER NOT NULL, who BLOB, pinned INTEGER NOT NULL, text TEXT) STRICT;
CREATE INDEX note_contact ON note(contact, at);
-- What became of a note: pinned or not since, taken back.
CREATE TABLE note_mark(
  note BLOB PRIMARY KEY REFERENCES note(id), pinned INTEGER NOT NULL, withdrawn INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- A message that was written, a talk, a meeting.
CREATE TABLE encounter(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), contact BLOB NOT NULL REFERENCES contact(id), at INTEGER NOT NULL,
  business_date TEXT NOT NULL, who BLOB, way TEXT NOT NULL CHECK(way IN ('written', 'talked', 'met')), text TEXT) STRICT;
CREATE INDEX encounter_contact ON encounter(contact, at);
CREATE TABLE encounter_withdrawn(encounter BLOB PRIMARY KEY REFERENCES encounter(id)) STRICT, WITHOUT ROWID;
-- What was promised, and for when. Open until it is kept or let go.
CREATE TABLE reminder(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), contact BLOB NOT NULL REFERENCES contact(id), sale BLOB,
  at INTEGER NOT NULL, who BLOB, text TEXT) STRICT;
CREATE INDEX reminder_contact ON reminder(contact, at);
CREATE TABLE reminder_open(reminder BLOB PRIMARY KEY REFERENCES reminder(id), due TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_open_due ON reminder_open(due);
-- When a contact was last in touch (a sale, a message, a talk) and when it is time again. Kept as facts are written.
CREATE TABLE contact_clock(
  contact BLOB PRIMARY KEY REFERENCES contact(id), touched TEXT, first_bought TEXT,
  every_weeks INTEGER NOT NULL /* 0: outside the circle */, since TEXT, put_off_to TEXT, due TEXT) STRICT, WITHOUT ROWID;
CREATE INDEX contact_clock_due ON contact_clock(due) WHERE due IS NOT NULL;
CREATE INDEX contact_clock_outside ON contact_clock(touched) WHERE every_weeks = 0 AND touched IS NOT NULL;
CREATE INDEX contact_clock_first ON contact_clock(substr(first_bought, -5)) WHERE first_bought IS NOT NULL;
-- An occasion to write that was used or passed by; it is not offered again before `until`.
CREATE TABLE occasion_passed(
  contact BLOB NOT NULL REFERENCES contact(id), occasion TEXT NOT NULL, at TEXT NOT NULL, until TEXT NOT NULL,
  PRIMARY KEY(contact, occasion)) STRICT, WITHOUT ROWID;
CREATE TABLE message_template(
  occasion TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY(occasion, language)) STRICT, WITHOUT ROWID;

-- stock --------------------------------------------------------------------------------------------------------------
-- A place that is a partner's keeps goods of ours, which are not on hand.
CREATE TABLE place(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL, position INTEGER NOT NULL,
  partner BLOB UNIQUE REFERENCES contact(id)) STRICT;
CREATE TABLE movement(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), product BLOB NOT NULL REFERENCES product(id),
  place BLOB NOT NULL REFERENCES place(id),
  kind TEXT NOT NULL CHECK(kind IN ('opening', 'received', 'made', 'sold', 'returned', 'lost', 'gift', 'own_use',
                                    'counted', 'corrected', 'given_back', 'moved')),
  quantity INTEGER NOT NULL CHECK(quantity BETWEEN -1000000000000 AND 1000000000000),
  sale BLOB, source TEXT NOT NULL /* of an imported correction: 'csv 536589' */, reason TEXT,
  at INTEGER NOT NULL, business_date TEXT NOT NULL, who BLOB) STRICT;
CREATE INDEX movement_product ON movement(product, at);
CREATE TABLE on_hand(
  product BLOB NOT NULL, place BLOB NOT NULL, quantity INTEGER NOT NULL, PRIMARY KEY(product, place)) STRICT, WITHOUT ROWID;
-- What can be sold at the stall: not what stands in a partner's shop.
CREATE VIEW own_stock AS
  SELECT product, place, quantity FROM on_hand WHERE place NOT IN (SELECT id FROM place WHERE partner IS NOT NULL);

-- sale ---------------------------------------------------------------------------------------------------------------
-- Refunds and voids carry negative quantities and amounts.
-- total = sum(line.amount) + tax_added + rounding + tip = sum(payments at the time) + owed.
CREATE TABLE sale(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), number TEXT NOT NULL,
  source TEXT NOT NULL,  -- '' for our own series, else where an imported sale came from
  kind TEXT NOT NULL CHECK(kind IN ('sale', 'refund', 'void', 'deposit')), corrects BLOB REFERENCES sale(id),
  at INTEGER NOT NULL, business_date TEXT NOT NULL, hour INTEGER NOT NULL, till TEXT NOT NULL, till_day BLOB, who BLOB,
  custom_order BLOB,  -- whose deposit it is, or which it hands over
  gross INTEGER NOT NULL, discount INTEGER NOT NULL, tax_included INTEGER NOT NULL, tax_added INTEGER NOT NULL,
  rounding INTEGER NOT NULL, tip INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK(total BETWEEN -100000000000 AND 100000000000), owed INTEGER NOT NULL,
  note TEXT, reason TEXT,
  UNIQUE(number, source, kind)) STRICT;
CREATE INDEX sale_time ON sale(at);
CREATE INDEX sale_date ON sale(business_date);
CREATE INDEX sale_order ON sale(custom_order) WHERE custom_order IS NOT NULL;
CREATE INDEX sale_corrects ON sale(corrects) WHERE corrects IS NOT NULL;

-- Whose sale it was; it may be learned after paying, so it is a fact of its own. The last one counts.
CREATE TABLE sale_customer(
  sale BLOB NOT NULL, contact BLOB NOT NULL REFERENCES contact(id), at INTEGER NOT NULL,
  bought TEXT,  -- the day of the purchase; NULL for what was given back
  PRIMARY KEY(sale, at)) STRICT, WITHOUT ROWID;
CREATE INDEX sale_customer_contact ON sale_customer(contact, at);
CREATE INDEX sale_customer_bought ON sale_customer(contact, bought) WHERE bought IS NOT NULL;

CREATE TABLE sale_line(
  sale BLOB NOT NULL REFERENCES sale(id), position INTEGER NOT NULL,
  product BLOB REFERENCES product(id), name TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK(quantity BETWEEN -1000000000000 AND 1000000000000),
  list_price INTEGER NOT NULL, agreed_price INTEGER NOT NULL,
  gross INTEGER NOT NULL CHECK(gross BETWEEN -100000000000 AND 100000000000),
  line_discount INTEGER NOT NULL, cart_discount INTEGER NOT NULL,
  tax INTEGER NOT NULL, tax_of INTEGER,  -- the position of the sale_tax it belongs to
  amount INTEGER NOT NULL CHECK(amount BETWEEN -100000000000 AND 100000000000),
  returns INTEGER,  -- in a refund: the position of the line that comes back
  to_stock INTEGER NOT NULL, note TEXT,
  PRIMARY KEY(sale, position)) STRICT, WITHOUT ROWID;
CREATE INDEX sale_line_product ON sale_line(product) WHERE product IS NOT NULL;

CREATE TABLE sale_tax(
  sale BLOB NOT NULL REFERENCES sale(id), position INTEGER NOT NULL, name TEXT NOT NULL,
  numerator INTEGER NOT NULL, denominator INTEGER NOT NULL CHECK(denominator > 0), included INTEGER NOT NULL,
  base INTEGER NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY(sale, position)) STRICT, WITHOUT ROWID;

CREATE TABLE payment(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), sale BLOB NOT NULL REFERENCES sale(id), at INTEGER NOT NULL,
  business_date TEXT NOT NULL, till_day BLOB, who BLOB, method TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK(amount BETWEEN -100000000000 AND 100000000000),
  received INTEGER NOT NULL, change INTEGER NOT NULL, waiting INTEGER NOT NULL,
  later INTEGER NOT NULL DEFAULT 0,  -- 1: a payment of what was owed, after the sale
  reference TEXT) STRICT;
CREATE INDEX payment_sale ON payment(sale);
CREATE INDEX payment_date ON payment(business_date);
CREATE INDEX payment_till_day ON payment(till_day) WHERE till_day IS NOT NULL;
CREATE INDEX payment_waiting ON payment(waiting) WHERE waiting = 1;
CREATE TABLE payment_seen(
  payment BLOB PRIMARY KEY REFERENCES payment(id), at INTEGER NOT NULL, who BLOB) STRICT;

-- What is held for orders that are not sold yet.
CREATE TABLE deposit(
  custom_order BLOB PRIMARY KEY, amount INTEGER NOT NULL CHECK(amount >= 0)) STRICT, WITHOUT ROWID;
-- What a sale still owes, kept as it changes; a row only while something is owed.
CREATE TABLE owed(sale BLOB PRIMARY KEY REFERENCES sale(id), amount INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE series(till TEXT NOT NULL, epoch INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY(till, epoch)) STRICT, WITHOUT ROWID;

-- till ---------------------------------------------------------------------------------------------------------------
CREATE TABLE till_day(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), till TEXT NOT NULL, business_date TEXT NOT NULL, at INTEGER NOT NULL,
  who BLOB, float INTEGER NOT NULL, notes TEXT NOT NULL) STRICT;
CREATE INDEX till_day_date ON till_day(business_date);
CREATE TABLE cash_entry(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), till_day BLOB NOT NULL REFERENCES till_day(id), at INTEGER NOT NULL,
  who BLOB, amount INTEGER NOT NULL, reason TEXT) STRICT;
CREATE INDEX cash_entry_day ON cash_entry(till_day);
CREATE TABLE till_closing(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), till_day BLOB NOT NULL REFERENCES till_day(id), at INTEGER NOT NULL,
  who BLOB, expected INTEGER NOT NULL, counted INTEGER NOT NULL, reason TEXT, notes TEXT NOT NULL,
  checked TEXT NOT NULL) STRICT;
CREATE INDEX till_closing_day ON till_closing(till_day);
CREATE TABLE till_reopening(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), closing BLOB NOT NULL REFERENCES till_closing(id), at INTEGER NOT NULL,
  who BLOB, reason TEXT) STRICT;
-- The day that is open now, if one is: at most one row a till.
CREATE TABLE till_open(till TEXT PRIMARY KEY, till_day BLOB NOT NULL REFERENCES till_day(id)) STRICT, WITHOUT ROWID;

-- partner ------------------------------------------------------------------------------------------------------------
-- book: 'consignment' their goods on my table, 'shelf' my goods in their shop, 'neighbour' favours.
CREATE TABLE agreement(
  partner BLOB NOT NULL REFERENCES contact(id), book TEXT NOT NULL CHECK(book IN ('consignment', 'shelf')),
  kind TEXT NOT NULL, share_bp INTEGER NOT NULL CHECK(share_bp BETWEEN 0 AND 10000), tiers TEXT NOT NULL,
  discount TEXT NOT NULL, loss TEXT NOT NULL, minimum_payout INTEGER NOT NULL, return_by TEXT,
  is_on_receipts INTEGER NOT NULL, ended INTEGER NOT NULL, PRIMARY KEY(partner, book)) STRICT, WITHOUT ROWID;
-- As it was from a moment on: what a paper about a closed period says.
CREATE TABLE agreement_history(
  id INTEGER PRIMARY KEY, partner BLOB NOT NULL REFERENCES contact(id), book TEXT NOT NULL, at INTEGER NOT NULL,
  terms TEXT NOT NULL) STRICT;
CREATE INDEX agreement_history_partner ON agreement_history(partner, book, at);
-- Whose a product is; a variant without a row of its own is its parent's owner's. No partner: mine again.
CREATE TABLE consigned(
  product BLOB PRIMARY KEY REFERENCES product(id), partner BLOB REFERENCES contact(id), piece_price INTEGER)
  STRICT, WITHOUT ROWID;
CREATE INDEX consigned_partner ON consigned(partner);
-- amount: + the shop owes the partner more.
CREATE TABLE partner_entry(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), partner BLOB NOT NULL REFERENCES contact(id), book TEXT NOT NULL,
  n INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, business_date TEXT NOT NULL, who BLOB,
  product BLOB REFERENCES product(id), quantity INTEGER NOT NULL, proceeds INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK(amount BETWEEN -100000000000 AND 100000000000),
  sale BLOB, line INTEGER, paid_by TEXT, text TEXT, UNIQUE(partner, book, n)) STRICT;
CREATE INDEX partner_entry_sale ON partner_entry(sale, line) WHERE sale IS NOT NULL;
-- How each book stands, kept as entries are written.
CREATE TABLE partner_book(
  partner BLOB NOT NULL, book TEXT NOT NULL, balance INTEGER NOT NULL, entries INTEGER NOT NULL,
  settled INTEGER NOT NULL, sold_since INTEGER NOT NULL, PRIMARY KEY(partner, book)) STRICT, WITHOUT ROWID;
CREATE TABLE slip(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), partner BLOB NOT NULL REFERENCES contact(id), book TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('taken', 'given_back')), number INTEGER NOT NULL UNIQUE, at INTEGER NOT NULL,
  business_date TEXT NOT NULL, who BLOB, note TEXT) STRICT;
CREATE INDEX slip_partner ON slip(partner, book, number);
CREATE TABLE slip_line(
  slip BLOB NOT NULL REFERENCES slip(id), position INTEGER NOT NULL, product BLOB NOT NULL REFERENCES product(id),
  quantity INTEGER NOT NULL CHECK(quantity > 0), piece_price INTEGER, PRIMARY KEY(slip, position)) STRICT, WITHOUT ROWID;
CREATE TABLE vendor(
  partner BLOB PRIMARY KEY REFERENCES contact(id), again TEXT NOT NULL, why TEXT, prices TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE together(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), partner BLOB NOT NULL REFERENCES contact(id), kind TEXT NOT NULL,
  at INTEGER NOT NULL, who BLOB, product BLOB REFERENCES product(id), follows BLOB REFERENCES together(id),
  amount INTEGER NOT NULL, text TEXT) STRICT;
CREATE INDEX together_partner ON together(partner, at);

CREATE TRIGGER together_is_never_deleted BEFORE DELETE ON together BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER together_is_never_rewritten BEFORE UPDATE OF id, partner, kind, at, who, product, follows, amount ON together
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER together_text_is_only_forgotten BEFORE UPDATE OF text ON together WHEN NEW.text IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER together_is_never_replaced BEFORE INSERT ON together WHEN EXISTS (SELECT 1 FROM together WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER partner_entry_is_never_deleted BEFORE DELETE ON partner_entry BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER partner_entry_is_never_rewritten BEFORE UPDATE OF id, partner, book, n, kind, at, business_date, who, product, quantity, proceeds, amount, sale, line, paid_by ON partner_entry
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER partner_entry_text_is_only_forgotten BEFORE UPDATE OF text ON partner_entry WHEN NEW.text IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER partner_entry_is_never_replaced BEFORE INSERT ON partner_entry WHEN EXISTS (SELECT 1 FROM partner_entry WHERE id = NEW.id OR (partner = NEW.partner AND book = NEW.book AND n = NEW.n))
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER slip_is_never_deleted BEFORE DELETE ON slip BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER slip_is_never_rewritten BEFORE UPDATE OF id, partner, book, kind, number, at, business_date, who ON slip
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER slip_note_is_only_forgotten BEFORE UPDATE OF note ON slip WHEN NEW.note IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER slip_is_never_replaced BEFORE INSERT ON slip WHEN EXISTS (SELECT 1 FROM slip WHERE id = NEW.id OR number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER slip_line_is_never_deleted BEFORE DELETE ON slip_line BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER slip_line_is_never_rewritten BEFORE UPDATE ON slip_line BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER slip_line_is_never_replaced BEFORE INSERT ON slip_line WHEN EXISTS (SELECT 1 FROM slip_line WHERE slip = NEW.slip AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- order ----------------------------------------------------------------------------------------------------------------
CREATE TABLE custom_order(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), number INTEGER NOT NULL UNIQUE, client BLOB NOT NULL REFERENCES contact(id),
  what TEXT, notes TEXT, quantity INTEGER NOT NULL, price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 100000000000),
  half_slots INTEGER NOT NULL, minutes INTEGER NOT NULL, promised TEXT,
  stage TEXT NOT NULL CHECK(stage IN ('asked', 'agreed', 'making', 'ready', 'handed_over', 'called_off')),
  delivery TEXT NOT NULL CHECK(delivery IN ('stall', 'pick_up', 'ship')), courier TEXT, tracking TEXT,
  asked_at INTEGER NOT NULL) STRICT;
CREATE INDEX custom_order_client ON custom_order(client);
CREATE INDEX custom_order_open ON custom_order(promised) WHERE stage NOT IN ('handed_over', 'called_off');
CREATE TABLE order_step(
  id INTEGER PRIMARY KEY, custom_order BLOB NOT NULL REFERENCES custom_order(id), at INTEGER NOT NULL,
  stage TEXT NOT NULL, who BLOB) STRICT;
CREATE TABLE order_work(
  id INTEGER PRIMARY KEY, custom_order BLOB NOT NULL REFERENCES custom_order(id), at INTEGER NOT NULL,
  business_date TEXT NOT NULL, minutes INTEGER NOT NULL, who BLOB) STRICT;
CREATE INDEX order_work_order ON order_work(custom_order);
CREATE TRIGGER order_step_is_never_deleted BEFORE DELETE ON order_step BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER order_step_is_never_rewritten BEFORE UPDATE ON order_step BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER order_step_is_never_replaced BEFORE INSERT ON order_step WHEN EXISTS (SELECT 1 FROM order_step WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER order_work_is_never_deleted BEFORE DELETE ON order_work BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER order_work_is_never_rewritten BEFORE UPDATE ON order_work BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER order_work_is_never_replaced BEFORE INSERT ON order_work WHEN EXISTS (SELECT 1 FROM order_work WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- report: sums kept as facts are written. A period is a day 'YYYY-MM-DD', a month 'YYYY-MM' or a year 'YYYY'. ----------
CREATE TABLE period_sum(
  period TEXT PRIMARY KEY, sales_count INTEGER NOT NULL, refund_count INTEGER NOT NULL, void_count INTEGER NOT NULL,
  items_sold INTEGER NOT NULL, gross INTEGER NOT NULL, discount INTEGER NOT NULL, refund INTEGER NOT NULL,
  tax INTEGER NOT NULL, rounding INTEGER NOT NULL, tip INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE product_sum(
  period TEXT NOT NULL, product BLOB NOT NULL, quantity INTEGER NOT NULL, net INTEGER NOT NULL,
  PRIMARY KEY(period, product)) STRICT, WITHOUT ROWID;
CREATE TABLE method_sum(
  period TEXT NOT NULL, method TEXT NOT NULL, count INTEGER NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY(period, method)) STRICT, WITHOUT ROWID;
CREATE TABLE hour_sum(
  period TEXT NOT NULL, hour INTEGER NOT NULL, count INTEGER NOT NULL, net INTEGER NOT NULL,
  PRIMARY KEY(period, hour)) STRICT, WITHOUT ROWID;
CREATE TABLE seller_sum(
  period TEXT NOT NULL, seller BLOB NOT NULL, count INTEGER NOT NULL, net INTEGER NOT NULL,
  PRIMARY KEY(period, seller)) STRICT, WITHOUT ROWID;

-- drafts: not facts yet, written by a second connection --------------------------------------------------------------
CREATE TABLE draft(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), kind TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
  state TEXT NOT NULL, history TEXT NOT NULL) STRICT;

-- In a verified copy the digest of all it holds, so that damage shows without its source; empty in a shop that sells.
CREATE TABLE copy_seal(digest BLOB NOT NULL CHECK(length(digest) = 32)) STRICT;

-- Facts stay as they were written, even from a bare sqlite3 shell. The one exception: words about a person can be
-- forgotten, which sets their column to NULL and nothing else.
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE OF seq, id, epoch, epoch_seq, at, who, kind, version, body, personal_hash, hash ON journal
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER journal_personal_is_only_forgotten BEFORE UPDATE OF personal ON journal WHEN NEW.personal IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER epoch_is_never_deleted BEFORE DELETE ON epoch BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER epoch_is_never_rewritten BEFORE UPDATE ON epoch BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER note_is_never_deleted BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER note_is_never_rewritten BEFORE UPDATE OF id, contact, sale, at, who, pinned ON note
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER note_text_is_only_forgotten BEFORE UPDATE OF text ON note WHEN NEW.text IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER encounter_is_never_deleted BEFORE DELETE ON encounter BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER encounter_is_never_rewritten BEFORE UPDATE OF id, contact, at, business_date, who, way ON encounter
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER encounter_text_is_only_forgotten BEFORE UPDATE OF text ON encounter WHEN NEW.text IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER reminder_is_never_deleted BEFORE DELETE ON reminder BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER reminder_is_never_rewritten BEFORE UPDATE OF id, contact, sale, at, who ON reminder
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER reminder_text_is_only_forgotten BEFORE UPDATE OF text ON reminder WHEN NEW.text IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER movement_is_never_deleted BEFORE DELETE ON movement BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER movement_is_never_rewritten BEFORE UPDATE OF id, product, place, kind, quantity, sale, source, at, business_date, who ON movement
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER movement_reason_is_only_forgotten BEFORE UPDATE OF reason ON movement WHEN NEW.reason IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_is_never_deleted BEFORE DELETE ON sale BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER sale_is_never_rewritten BEFORE UPDATE OF id, number, source, kind, corrects, at, business_date, hour, till, till_day, who, custom_order, gross, discount, tax_included, tax_added, rounding, tip, total, owed ON sale
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_note_is_only_forgotten BEFORE UPDATE OF note ON sale WHEN NEW.note IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_reason_is_only_forgotten BEFORE UPDATE OF reason ON sale WHEN NEW.reason IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_line_is_never_deleted BEFORE DELETE ON sale_line BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER sale_line_is_never_rewritten BEFORE UPDATE OF sale, position, product, name, quantity, list_price, agreed_price, gross, line_discount, cart_discount, tax, tax_of, amount, returns, to_stock ON sale_line
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_line_note_is_only_forgotten BEFORE UPDATE OF note ON sale_line WHEN NEW.note IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_tax_is_never_deleted BEFORE DELETE ON sale_tax BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER sale_tax_is_never_rewritten BEFORE UPDATE ON sale_tax BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER payment_is_never_deleted BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER payment_is_never_rewritten BEFORE UPDATE OF id, sale, at, business_date, till_day, who, method, amount, received, change, waiting, later ON payment
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER payment_reference_is_only_forgotten BEFORE UPDATE OF reference ON payment WHEN NEW.reference IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER payment_seen_is_never_deleted BEFORE DELETE ON payment_seen BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER payment_seen_is_never_rewritten BEFORE UPDATE ON payment_seen BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER till_day_is_never_deleted BEFORE DELETE ON till_day BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER till_day_is_never_rewritten BEFORE UPDATE ON till_day BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER cash_entry_is_never_deleted BEFORE DELETE ON cash_entry BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER cash_entry_is_never_rewritten BEFORE UPDATE OF id, till_day, at, who, amount ON cash_entry
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER cash_entry_reason_is_only_forgotten BEFORE UPDATE OF reason ON cash_entry WHEN NEW.reason IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER till_closing_is_never_deleted BEFORE DELETE ON till_closing BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER till_closing_is_never_rewritten BEFORE UPDATE OF id, till_day, at, who, expected, counted, notes, checked ON till_closing
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER till_closing_reason_is_only_forgotten BEFORE UPDATE OF reason ON till_closing WHEN NEW.reason IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER till_reopening_is_never_deleted BEFORE DELETE ON till_reopening BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER till_reopening_is_never_rewritten BEFORE UPDATE OF id, closing, at, who ON till_reopening
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER till_reopening_reason_is_only_forgotten BEFORE UPDATE OF reason ON till_reopening WHEN NEW.reason IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
-- But the photo of a person goes with her.
CREATE TABLE photo_let_go(hash BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER photo_is_never_deleted BEFORE DELETE ON photo WHEN NOT EXISTS (SELECT 1 FROM photo_let_go WHERE hash = OLD.hash) BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER photo_is_never_rewritten BEFORE UPDATE ON photo BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_customer_is_never_deleted BEFORE DELETE ON sale_customer BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER sale_customer_is_never_rewritten BEFORE UPDATE ON sale_customer BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- INSERT OR REPLACE deletes without firing the triggers above unless recursive_triggers is on, which a bare shell
-- has not. A photo is the same bytes under the same hash.
CREATE TRIGGER journal_is_never_replaced BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE seq = NEW.seq OR id = NEW.id OR (epoch = NEW.epoch AND epoch_seq = NEW.epoch_seq))
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER epoch_is_never_replaced BEFORE INSERT ON epoch WHEN EXISTS (SELECT 1 FROM epoch WHERE id = NEW.id OR (till = NEW.till AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER note_is_never_replaced BEFORE INSERT ON note WHEN EXISTS (SELECT 1 FROM note WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER encounter_is_never_replaced BEFORE INSERT ON encounter WHEN EXISTS (SELECT 1 FROM encounter WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER reminder_is_never_replaced BEFORE INSERT ON reminder WHEN EXISTS (SELECT 1 FROM reminder WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER movement_is_never_replaced BEFORE INSERT ON movement WHEN EXISTS (SELECT 1 FROM movement WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_is_never_replaced BEFORE INSERT ON sale WHEN EXISTS (SELECT 1 FROM sale WHERE id = NEW.id OR (source = NEW.source AND number = NEW.number AND kind = NEW.kind))
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_line_is_never_replaced BEFORE INSERT ON sale_line WHEN EXISTS (SELECT 1 FROM sale_line WHERE sale = NEW.sale AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_tax_is_never_replaced BEFORE INSERT ON sale_tax WHEN EXISTS (SELECT 1 FROM sale_tax WHERE sale = NEW.sale AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER payment_is_never_replaced BEFORE INSERT ON payment WHEN EXISTS (SELECT 1 FROM payment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER payment_seen_is_never_replaced BEFORE INSERT ON payment_seen WHEN EXISTS (SELECT 1 FROM payment_seen WHERE payment = NEW.payment)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER sale_customer_is_never_replaced BEFORE INSERT ON sale_customer WHEN EXISTS (SELECT 1 FROM sale_customer WHERE sale = NEW.sale AND at = NEW.at)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER till_day_is_never_replaced BEFORE INSERT ON till_day WHEN EXISTS (SELECT 1 FROM till_day WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER cash_entry_is_never_replaced BEFORE INSERT ON cash_entry WHEN EXISTS (SELECT 1 FROM cash_entry WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER till_closing_is_never_replaced BEFORE INSERT ON till_closing WHEN EXISTS (SELECT 1 FROM till_closing WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER till_reopening_is_never_replaced BEFORE INSERT ON till_reopening WHEN EXISTS (SELECT 1 FROM till_reopening WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER photo_is_never_replaced BEFORE INSERT ON photo
WHEN EXISTS (SELECT 1 FROM photo WHERE hash = NEW.hash AND (jpeg <> NEW.jpeg OR thumbnail <> NEW.thumbnail))
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
