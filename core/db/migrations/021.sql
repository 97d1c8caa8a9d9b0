-- catalog: sets, which are made of other products ---------------------------------------------------------------------------
-- `quantity` of `part` is in each piece of `whole`. A set is not counted: there is as much of it as its parts allow.
CREATE TABLE set_part(
  whole BLOB NOT NULL REFERENCES product(id), position INTEGER NOT NULL,
  part BLOB NOT NULL REFERENCES product(id) DEFERRABLE INITIALLY DEFERRED,  -- may come later in the same import
  quantity INTEGER NOT NULL CHECK(quantity > 0), PRIMARY KEY(whole, position)) STRICT, WITHOUT ROWID;
CREATE INDEX set_part_of ON set_part(part);
-- sale: which set was sold, where it is one.
ALTER TABLE sale_bundle ADD COLUMN product BLOB;
