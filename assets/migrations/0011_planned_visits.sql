-- Visits that were planned. What became of one is said by moved_to, by dropped, or by a contact of its day.
CREATE TABLE planned_visit (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    card     INTEGER NOT NULL REFERENCES card (id),
    day      TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    moved_to TEXT,
    dropped  TEXT
) STRICT;
CREATE INDEX planned_visit_by_card ON planned_visit (card);
CREATE INDEX planned_visit_by_day ON planned_visit (day, at);

-- What only few cards have is ordered without reading their standings.
DROP INDEX IF EXISTS standing_by_review;
DROP INDEX IF EXISTS standing_by_lapse;
DELETE FROM missing_index WHERE name IN ('standing_by_review', 'standing_by_lapse');
CREATE INDEX standing_by_review ON standing (review_on, position, best_rank) WHERE review_on IS NOT NULL;
CREATE INDEX standing_by_lapse ON standing (lapsed_on, position, best_rank) WHERE lapsed_on IS NOT NULL;
