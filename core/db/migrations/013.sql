-- books: what is asked of a seat before its class, and what everybody should know of it.
ALTER TABLE class_session ADD COLUMN deposit_percent INTEGER NOT NULL DEFAULT 0 CHECK(deposit_percent BETWEEN 0 AND 100);
ALTER TABLE class_session ADD COLUMN note TEXT NOT NULL DEFAULT '';
