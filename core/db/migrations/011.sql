-- books: lines of the bank that are not the shop's, as it is said now --------------------------------------------------------
CREATE TABLE bank_left_out(line BLOB PRIMARY KEY REFERENCES bank_line(id)) STRICT, WITHOUT ROWID;

-- books: tax: what the seller read in the law, and which expense paid which month --------------------------------------------
ALTER TABLE tax_choice ADD COLUMN free_each_year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tax_choice ADD COLUMN due_day INTEGER NOT NULL DEFAULT 0 CHECK(due_day BETWEEN 0 AND 28);
ALTER TABLE tax_choice ADD COLUMN source TEXT NOT NULL DEFAULT '';
CREATE TABLE tax_paid(
  expense BLOB PRIMARY KEY REFERENCES expense(id), month TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX tax_paid_month ON tax_paid(month);
