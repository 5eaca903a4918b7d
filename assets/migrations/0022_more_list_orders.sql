-- Lists by the worst case, the letter to ask for, region, place on the route, travel, visits, details and notes have an
-- index too. Each leaves out what most cards have, and of details and notes only the beginning counts. The note of the
-- card itself has none: it would be the largest of all.
ALTER TABLE standing ADD COLUMN last_visit_on TEXT;
ALTER TABLE standing ADD COLUMN visits INTEGER NOT NULL DEFAULT 0;

-- A visit counts for twelve months. A kept standing says so of the days around this one, if it holds then: to fold
-- those of all who were visited again would take minutes.
UPDATE standing
SET last_visit_on = told.last_on, visits = told.made,
    from_day = max(from_day, coalesce(told.last_end, '')), until_day = min(until_day, coalesce(told.next_end, '9999-12-31'))
FROM (
    SELECT held.card, max(visit.day) AS last_on, count(*) FILTER (WHERE visit.end > held.day) AS made,
           max(visit.end) FILTER (WHERE visit.end <= held.day) AS last_end,
           min(visit.end) FILTER (WHERE visit.end > held.day) AS next_end
    FROM (SELECT card, iif(date('now') >= from_day AND date('now') < until_day, date('now'), from_day) AS day
          FROM standing) AS held
    CROSS JOIN (SELECT card, day,
                       coalesce(date(day, '+12 months', iif(day LIKE '%-02-29', '-1 day', '+0 days')), '9999-12-31') AS end
                FROM contact WHERE kind = 'visit') AS visit
        ON visit.card = held.card AND visit.day <= held.day
    GROUP BY held.card
) AS told
WHERE standing.card = told.card;
UPDATE standing_bounds SET newest = (SELECT max(from_day) FROM standing) WHERE EXISTS (SELECT 1 FROM standing);

CREATE INDEX standing_by_worst ON standing (worst) WHERE worst <> 'stop';
CREATE INDEX standing_by_ask ON standing (ask) WHERE ask <> 'n';
CREATE INDEX standing_by_last_visit ON standing (last_visit_on) WHERE last_visit_on IS NOT NULL;
CREATE INDEX standing_by_visits ON standing (visits) WHERE visits > 0;
CREATE INDEX address_by_region ON address (region, card) WHERE region <> '';
CREATE INDEX address_by_route ON address (route, card) WHERE route IS NOT NULL;
CREATE INDEX address_by_minutes ON address (minutes, card) WHERE minutes IS NOT NULL;
CREATE INDEX detail_by_text ON detail_value (group_key, field, substr(text, 1, 40), card) WHERE seq = 0;
CREATE INDEX value_by_text ON value (field, substr(text, 1, 40), card) WHERE seq = 0 AND sort_key = '' AND field <> 'note';
