-- making: pieces that were made are lots: first in, first out ---------------------------------------------------------------
-- What of a batch is still there, and what that cost. `ahead` are pieces of no batch that were there before and go first.
-- Kept as facts are written, and taken apart again where a batch is taken back.
CREATE TABLE lot(
  batch BLOB PRIMARY KEY REFERENCES batch_made(id), product BLOB NOT NULL REFERENCES product(id), n INTEGER NOT NULL,
  ahead INTEGER NOT NULL CHECK(ahead >= 0), quantity INTEGER NOT NULL CHECK(quantity >= 0),
  cost INTEGER NOT NULL CHECK(cost >= 0)) STRICT, WITHOUT ROWID;
CREATE INDEX lot_product ON lot(product, n);
CREATE INDEX lot_open ON lot(product, n) WHERE ahead + quantity > 0;
-- What a movement took of a lot and was not given back since, and how much of it still can be.
CREATE TABLE lot_taken(
  movement BLOB NOT NULL REFERENCES movement(id), batch BLOB NOT NULL REFERENCES lot(batch), product BLOB NOT NULL,
  n INTEGER NOT NULL, sale BLOB, quantity INTEGER NOT NULL CHECK(quantity > 0), returnable INTEGER NOT NULL,
  cost INTEGER NOT NULL, PRIMARY KEY(movement, batch)) STRICT, WITHOUT ROWID;
CREATE INDEX lot_taken_batch ON lot_taken(batch);
CREATE INDEX lot_taken_sale ON lot_taken(sale, product) WHERE sale IS NOT NULL;
CREATE INDEX lot_taken_gone ON lot_taken(product, n) WHERE sale IS NULL;

-- sale: of what was sold, the pieces of lots and what they cost.
ALTER TABLE product_sum ADD COLUMN lot_quantity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product_sum ADD COLUMN lot_cost INTEGER NOT NULL DEFAULT 0;
ALTER TABLE till_product_sum ADD COLUMN lot_quantity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE till_product_sum ADD COLUMN lot_cost INTEGER NOT NULL DEFAULT 0;
