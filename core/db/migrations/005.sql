-- order: pre-order rounds ------------------------------------------------------------------------------------------------
CREATE TABLE order_round(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL, quota INTEGER CHECK(quota > 0), closes TEXT,
  promised TEXT, deposit_percent INTEGER NOT NULL CHECK(deposit_percent BETWEEN 0 AND 100),
  state TEXT NOT NULL CHECK(state IN ('open', 'closed')), hidden INTEGER NOT NULL) STRICT;
CREATE TABLE round_item(
  round BLOB NOT NULL REFERENCES order_round(id), position INTEGER NOT NULL, product BLOB NOT NULL REFERENCES product(id),
  price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 100000000000), quota INTEGER CHECK(quota > 0),
  PRIMARY KEY(round, position), UNIQUE(round, product)) STRICT, WITHOUT ROWID;
CREATE TABLE round_pick(
  custom_order BLOB NOT NULL REFERENCES custom_order(id), position INTEGER NOT NULL,
  round BLOB NOT NULL REFERENCES order_round(id), product BLOB NOT NULL REFERENCES product(id),
  quantity INTEGER NOT NULL CHECK(quantity > 0), price INTEGER NOT NULL CHECK(price BETWEEN 0 AND 100000000000),
  PRIMARY KEY(custom_order, position), UNIQUE(custom_order, product)) STRICT, WITHOUT ROWID;
CREATE INDEX round_pick_round ON round_pick(round, product);
