-- The folded texts of cards stand 32 to a row, packed: see the program. What the index does not know is noted by the
-- program where the texts are written. The index is made anew when nobody waits, the texts at once.
DROP TABLE search;
DROP TABLE unindexed;
CREATE TABLE search (
    block INTEGER PRIMARY KEY,
    texts BLOB NOT NULL
) STRICT;
-- changed: which cards of the block have another text now than the index knows. texts: what it knows them by.
-- aimed, target: those it is being brought up to, and their texts.
CREATE TABLE unindexed (
    block   INTEGER PRIMARY KEY,
    changed INTEGER NOT NULL,
    texts   BLOB    NOT NULL,
    aimed   INTEGER NOT NULL DEFAULT 0,
    target  BLOB
) STRICT;
DELETE FROM posting;
UPDATE indexed SET through = 0, claimed = 0, turn = turn + 1;
