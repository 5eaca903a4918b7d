-- Every column a list can be sorted by has an index, so that the first page of a million cards comes at once.
-- Where most cards have one and the same value, the index leaves that one out.
ALTER TABLE card ADD COLUMN code_key TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN short_key TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN company_key TEXT NOT NULL DEFAULT '';
ALTER TABLE address ADD COLUMN zone_key TEXT NOT NULL DEFAULT '';
ALTER TABLE standing ADD COLUMN person_key TEXT NOT NULL DEFAULT '';
UPDATE card SET code_key = sort_key_of(code), short_key = sort_key_of(short_name), company_key = sort_key_of(company);
UPDATE address SET zone_key = sort_key_of(zone) WHERE zone <> '';
UPDATE standing SET person_key = sort_key_of(main_person) WHERE main_person <> '';

CREATE INDEX card_by_code_key ON card (code_key) WHERE code_key <> '';
CREATE INDEX card_by_short_key ON card (short_key) WHERE short_key <> '';
CREATE INDEX card_by_company_key ON card (company_key) WHERE company_key <> '';
CREATE INDEX card_by_next ON card (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX card_by_created ON card (created_at);
CREATE INDEX card_by_updated ON card (updated_at);
CREATE INDEX card_by_party ON card (party) WHERE party <> 'individual';
CREATE INDEX card_by_kind ON card (kind) WHERE kind <> '';
CREATE INDEX address_by_zone_key ON address (zone_key) WHERE zone_key <> '';
CREATE INDEX standing_by_person_key ON standing (person_key) WHERE person_key <> '';
CREATE INDEX standing_by_last ON standing (last_contact_on) WHERE last_contact_on IS NOT NULL;
CREATE INDEX standing_by_grade ON standing (grade) WHERE grade IS NOT NULL;
CREATE INDEX standing_by_class ON standing (class) WHERE class <> 'investigate';
CREATE INDEX standing_by_best ON standing (best) WHERE best <> 'ideal';
CREATE INDEX standing_by_position ON standing (position) WHERE position <> 'drift';
CREATE INDEX value_by_sort_key ON value (field, sort_key, card) WHERE seq = 0 AND sort_key <> '';
