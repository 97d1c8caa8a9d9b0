-- people: what a purchase brought stands beside whose it was, so that who bought over many years is read in one place --------
ALTER TABLE sale_customer ADD COLUMN brought INTEGER;  -- NULL for what is no purchase: given back, a deposit
DROP TRIGGER sale_customer_is_never_rewritten;
UPDATE sale_customer SET brought = (SELECT gross - discount FROM sale WHERE sale.id = sale_customer.sale AND kind = 'sale');
CREATE TRIGGER sale_customer_is_never_rewritten BEFORE UPDATE ON sale_customer BEGIN SELECT RAISE(ABORT, 'a fact is never rewritten'); END;
CREATE INDEX sale_customer_day ON sale_customer(bought, contact, brought) WHERE brought IS NOT NULL;

-- catalog: a small picture has a digest of its own, as the large one has in its name. NULL for those from before -------
ALTER TABLE photo ADD COLUMN thumbnail_hash BLOB;
