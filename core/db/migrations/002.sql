-- Schema 2: pictures of orders. Facts, as in 001.sql; a picture goes with the person it was taken for.

CREATE TABLE order_picture(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), custom_order BLOB NOT NULL REFERENCES custom_order(id),
  at INTEGER NOT NULL, who BLOB, photo TEXT /* hex hash; NULL once forgotten */) STRICT;
CREATE INDEX order_picture_order ON order_picture(custom_order);
-- What it shows, as said last, and whether it was taken off.
CREATE TABLE order_picture_mark(
  picture BLOB PRIMARY KEY REFERENCES order_picture(id), shows TEXT NOT NULL CHECK(shows IN ('wish', 'work')),
  withdrawn INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TRIGGER order_picture_is_never_deleted BEFORE DELETE ON order_picture BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER order_picture_is_never_rewritten BEFORE UPDATE OF id, custom_order, at, who ON order_picture
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER order_picture_photo_is_only_forgotten BEFORE UPDATE OF photo ON order_picture WHEN NEW.photo IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER order_picture_is_never_replaced BEFORE INSERT ON order_picture WHEN EXISTS (SELECT 1 FROM order_picture WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;

-- Every photo that something shows, by its name: what is not among them may be let go of.
CREATE VIEW photo_shown(name) AS
  SELECT lower(hex(photo)) FROM product WHERE length(photo) > 0
  UNION ALL SELECT photo FROM contact WHERE photo <> ''
  UNION ALL SELECT photo FROM order_picture WHERE photo IS NOT NULL
  UNION ALL SELECT trim(value, '"') FROM setting WHERE name = 'logo';
