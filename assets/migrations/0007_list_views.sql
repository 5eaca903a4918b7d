-- How the user has arranged the views of the list: columns one a line, and the order. Not journalled.
CREATE TABLE list_view (
    view    TEXT PRIMARY KEY,
    columns TEXT    NOT NULL,
    sort    TEXT,
    reverse INTEGER NOT NULL CHECK (reverse IN (0, 1))
) STRICT, WITHOUT ROWID;

-- A list by zone goes through each zone in the order of its route.
DROP INDEX IF EXISTS address_by_zone_key;
DELETE FROM missing_index WHERE name = 'address_by_zone_key';
CREATE INDEX address_by_zone_key
    ON address (zone_key || char(1) || printf('%09d', coalesce(route, 999999999)), card) WHERE zone_key <> '';
