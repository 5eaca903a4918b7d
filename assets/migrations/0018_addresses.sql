-- From when to when an address holds, and where to park or how to get in.
ALTER TABLE address ADD COLUMN from_day TEXT;
ALTER TABLE address ADD COLUMN to_day TEXT;
ALTER TABLE address ADD COLUMN access TEXT NOT NULL DEFAULT '';
-- Characters of two readings have another place in the order of names now.
UPDATE card SET sort_key = sort_key_of(name) WHERE name LIKE '%行%' OR name LIKE '%柏%' OR name LIKE '%什%';
UPDATE card SET short_key = sort_key_of(short_name)
WHERE short_name LIKE '%行%' OR short_name LIKE '%柏%' OR short_name LIKE '%什%';
UPDATE card SET company_key = sort_key_of(company)
WHERE company LIKE '%行%' OR company LIKE '%柏%' OR company LIKE '%什%';
