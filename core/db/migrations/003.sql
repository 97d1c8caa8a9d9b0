-- portfolio: what was said of pieces and classes, and the pieces that are shown -------------------------------------------
CREATE TABLE testimonial(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), contact BLOB NOT NULL REFERENCES contact(id),
  custom_order BLOB REFERENCES custom_order(id), product BLOB REFERENCES product(id), at INTEGER NOT NULL, who BLOB,
  consented_on TEXT /* that it may be published; NULL: it may not */,
  text TEXT, named TEXT, note TEXT /* what it is about, in free words */, photo TEXT, given_how TEXT) STRICT;
CREATE INDEX testimonial_contact ON testimonial(contact);
CREATE INDEX testimonial_order ON testimonial(custom_order) WHERE custom_order IS NOT NULL;
CREATE INDEX testimonial_product ON testimonial(product) WHERE product IS NOT NULL;
CREATE TABLE testimonial_mark(
  testimonial BLOB PRIMARY KEY REFERENCES testimonial(id), withdrawn INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE portfolio_piece(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), custom_order BLOB UNIQUE REFERENCES custom_order(id),
  product BLOB UNIQUE REFERENCES product(id), title TEXT, story TEXT, year INTEGER NOT NULL, hidden INTEGER NOT NULL,
  position INTEGER NOT NULL, CHECK((custom_order IS NULL) <> (product IS NULL))) STRICT;

CREATE TRIGGER testimonial_is_never_deleted BEFORE DELETE ON testimonial BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER testimonial_is_never_rewritten BEFORE UPDATE OF id, contact, custom_order, product, at, who, consented_on ON testimonial
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER testimonial_words_are_only_forgotten BEFORE UPDATE OF text, named, note, photo, given_how ON testimonial
WHEN coalesce(NEW.text, NEW.named, NEW.note, NEW.photo, NEW.given_how) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER testimonial_is_never_replaced BEFORE INSERT ON testimonial WHEN EXISTS (SELECT 1 FROM testimonial WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- people: what a reminder is about.
ALTER TABLE reminder ADD COLUMN occasion TEXT NOT NULL DEFAULT 'promise';
CREATE TRIGGER reminder_occasion_is_never_rewritten BEFORE UPDATE OF occasion ON reminder
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

DROP VIEW photo_shown;
CREATE VIEW photo_shown(name) AS
  SELECT lower(hex(photo)) FROM product WHERE length(photo) > 0
  UNION ALL SELECT photo FROM contact WHERE photo <> ''
  UNION ALL SELECT photo FROM order_picture WHERE photo IS NOT NULL
  UNION ALL SELECT photo FROM testimonial WHERE photo <> ''
  UNION ALL SELECT trim(value, '"') FROM setting WHERE name = 'logo';
