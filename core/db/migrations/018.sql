-- fair: what else comes along: equipment, money and tools, ticked as they are packed --------------------------------------
CREATE TABLE fair_kit(
  fair BLOB NOT NULL REFERENCES fair(id), position INTEGER NOT NULL, kind TEXT NOT NULL CHECK(kind IN ('equipment', 'money')),
  name TEXT NOT NULL, packed INTEGER NOT NULL, PRIMARY KEY(fair, position)) STRICT, WITHOUT ROWID;
