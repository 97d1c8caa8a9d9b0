-- catalog: what labels say, and the sheets they are printed on ---------------------------------------------------------------
-- Of a product or a variant; what a variant leaves empty is its parent's.
CREATE TABLE label_facts(
  product BLOB PRIMARY KEY REFERENCES product(id), material TEXT NOT NULL, care TEXT NOT NULL, ingredients TEXT NOT NULL,
  allergens TEXT NOT NULL, net_content TEXT NOT NULL, registrations TEXT NOT NULL /* a line each */,
  story_link TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- The seller's own sheets, and what she changed about those that come with the program. Lengths are micrometres.
CREATE TABLE label_sheet(
  id BLOB PRIMARY KEY CHECK(length(id) = 16), name TEXT NOT NULL, is_roll INTEGER NOT NULL, paper_width INTEGER NOT NULL,
  paper_height INTEGER NOT NULL, columns INTEGER NOT NULL, rows INTEGER NOT NULL, width INTEGER NOT NULL,
  height INTEGER NOT NULL, left INTEGER NOT NULL, top INTEGER NOT NULL, gap_x INTEGER NOT NULL, gap_y INTEGER NOT NULL,
  nudge_x INTEGER NOT NULL, nudge_y INTEGER NOT NULL, code TEXT NOT NULL CHECK(code IN ('none', 'bars', 'story')),
  parts TEXT NOT NULL /* "name price maker" */, hidden INTEGER NOT NULL) STRICT, WITHOUT ROWID;
