-- Queries kept under a name, used as @name inside other queries.
CREATE TABLE saved_filter (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL CHECK (name <> ''),
    name_key TEXT NOT NULL UNIQUE,
    query    TEXT NOT NULL
) STRICT;
