-- order: services --------------------------------------------------------------------------------------------------------
ALTER TABLE custom_order ADD COLUMN kind TEXT NOT NULL DEFAULT 'piece' CHECK(kind IN ('piece', 'service'));
ALTER TABLE custom_order ADD COLUMN scope TEXT DEFAULT '';
ALTER TABLE custom_order ADD COLUMN revisions_agreed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE custom_order ADD COLUMN invoice_due TEXT;
UPDATE custom_order SET scope = NULL WHERE what IS NULL;  -- of who was forgotten
CREATE INDEX custom_order_due ON custom_order(invoice_due) WHERE invoice_due IS NOT NULL;
CREATE TABLE order_revision(
  id INTEGER PRIMARY KEY, custom_order BLOB NOT NULL REFERENCES custom_order(id), at INTEGER NOT NULL,
  business_date TEXT NOT NULL, count INTEGER NOT NULL CHECK(count IN (1, -1)), who BLOB) STRICT;
CREATE INDEX order_revision_order ON order_revision(custom_order);
CREATE TRIGGER order_revision_is_never_deleted BEFORE DELETE ON order_revision BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
CREATE TRIGGER order_revision_is_never_rewritten BEFORE UPDATE ON order_revision BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE TRIGGER order_revision_is_never_replaced BEFORE INSERT ON order_revision WHEN EXISTS (SELECT 1 FROM order_revision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
