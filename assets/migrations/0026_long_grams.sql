-- A posting of four characters begins with what of them has no room in its key. One that meets another in a row stands
-- here. The index is made anew by the program.
CREATE TABLE posting_beside (
    key   INTEGER NOT NULL,
    rest  INTEGER NOT NULL,
    cards BLOB    NOT NULL,
    PRIMARY KEY (key, rest)
) STRICT, WITHOUT ROWID;
