-- stock: stocktakes ----------------------------------------------------------------------------------------------------------
-- What is being counted, at one place; the newest that neither finished nor was given up goes on.
CREATE TABLE stocktake(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), place BLOB NOT NULL REFERENCES place(id), category BLOB REFERENCES category(id),
  blind INTEGER NOT NULL, at INTEGER NOT NULL, business_date TEXT NOT NULL,
  end TEXT NOT NULL CHECK(end IN ('open', 'finished', 'given_up')), ended INTEGER) STRICT;
-- What was found of a product, beside what should have been there at that moment. Counted anew, it is written over.
CREATE TABLE stocktake_count(
  stocktake BLOB NOT NULL REFERENCES stocktake(id), product BLOB NOT NULL REFERENCES product(id),
  counted INTEGER NOT NULL, expected INTEGER NOT NULL, cost INTEGER /* of a piece, then */, reason TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY(stocktake, product)) STRICT, WITHOUT ROWID;
