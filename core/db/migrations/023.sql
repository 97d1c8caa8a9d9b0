-- people: what a helper may do without the owner (journal/rights.h); those from before have what a helper begins with --------
ALTER TABLE seller ADD COLUMN rights TEXT NOT NULL DEFAULT 'discount:10 drawer';
