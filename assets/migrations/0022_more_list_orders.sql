-- Lists by the worst case, the letter to ask for, region, place on the route, travel, visits, details and notes have an
-- index too. Each leaves out what most cards have, and of details and notes only the beginning counts. The note of the
-- card itself has none: it would be the largest of all.
ALTER TABLE standing ADD COLUMN last_visit_on TEXT;
ALTER TABLE standing ADD COLUMN visits INTEGER NOT NULL DEFAULT 0;
CREATE INDEX standing_by_worst ON standing (worst) WHERE worst <> 'stop';
CREATE INDEX standing_by_ask ON standing (ask) WHERE ask <> 'n';
CREATE INDEX standing_by_last_visit ON standing (last_visit_on) WHERE last_visit_on IS NOT NULL;
CREATE INDEX standing_by_visits ON standing (visits) WHERE visits > 0;
CREATE INDEX address_by_region ON address (region, card) WHERE region <> '';
CREATE INDEX address_by_route ON address (route, card) WHERE route IS NOT NULL;
CREATE INDEX address_by_minutes ON address (minutes, card) WHERE minutes IS NOT NULL;
CREATE INDEX detail_by_text ON detail_value (group_key, field, substr(text, 1, 40), card) WHERE seq = 0;
CREATE INDEX value_by_text ON value (field, substr(text, 1, 40), card) WHERE seq = 0 AND sort_key = '' AND field <> 'note';

-- The standings of cards that were visited are folded again: they say so now.
UPDATE standing SET policy = '' WHERE card IN (SELECT card FROM contact WHERE kind = 'visit');
UPDATE standing_bounds SET policy = '' WHERE EXISTS (SELECT 1 FROM contact WHERE kind = 'visit');
