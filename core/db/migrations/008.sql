-- order: what a pre-order round takes of the week it is promised for -------------------------------------------------------
ALTER TABLE order_round ADD COLUMN half_slots INTEGER NOT NULL DEFAULT 0 CHECK(half_slots >= 0);
ALTER TABLE order_round ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK(minutes >= 0);
