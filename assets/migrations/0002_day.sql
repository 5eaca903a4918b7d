-- What a day's list of due cards is read from, each by an index.

-- A promise is open until it is settled; kept says how.
ALTER TABLE promise ADD COLUMN settled_on TEXT;
ALTER TABLE promise ADD COLUMN settled_as TEXT;
CREATE INDEX promise_by_due ON promise (due_on) WHERE due_on IS NOT NULL AND settled_on IS NULL;
CREATE INDEX promise_by_settling ON promise (settled_on) WHERE settled_on IS NOT NULL;

-- Further days derived of a card: its introducer is to be thanked, a closed case looked at again, the first
-- of three good letters was too old to count.
ALTER TABLE standing ADD COLUMN thank_on TEXT;
ALTER TABLE standing ADD COLUMN review_on TEXT;
ALTER TABLE standing ADD COLUMN lapsed_on TEXT;
CREATE INDEX standing_by_thanks ON standing (thank_on) WHERE thank_on IS NOT NULL;
CREATE INDEX standing_by_review ON standing (review_on) WHERE review_on IS NOT NULL;
CREATE INDEX standing_by_lapse ON standing (lapsed_on) WHERE lapsed_on IS NOT NULL;

-- Holds all that the order of due cards depends on, so that thousands are ordered without reading their rows.
DROP INDEX IF EXISTS standing_by_due;
DELETE FROM missing_index WHERE name = 'standing_by_due';
CREATE INDEX standing_by_due ON standing (due_on, due_reason, position, best_rank) WHERE due_on IS NOT NULL;

-- Standings that would now say more are of no policy: they are folded anew when they are needed.
UPDATE standing SET policy = ''
WHERE stale <> '' OR class = 'stop' OR due_reason = 'next-action' OR due_on IS NULL
   OR card IN (SELECT card FROM value WHERE field = 'introducer');

-- Who was introduced by whom.
CREATE INDEX value_by_introducer ON value (text) WHERE field = 'introducer';

-- Whole days among the values: what ends, and what comes round every year.
CREATE INDEX value_by_day ON value (field, text)
    WHERE text GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
CREATE INDEX value_by_day_of_year ON value (field, substr(text, 6))
    WHERE text GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
