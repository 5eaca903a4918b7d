-- Details: records of repeating groups (competitors, needs, files), each with parts. group_key and field are
-- those of the tables in the program; person is set for what is of a person on the card.
CREATE TABLE detail (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    uid       BLOB    NOT NULL,
    rev       INTEGER NOT NULL DEFAULT 1,
    card      INTEGER NOT NULL REFERENCES card (id),
    person    INTEGER,
    group_key TEXT    NOT NULL
) STRICT;
CREATE INDEX detail_by_card ON detail (card);
CREATE INDEX detail_by_group ON detail (group_key, card);

-- The parts of details; seq counts values of one part. In the order of cards, so that a card is read in one go.
CREATE TABLE detail_value (
    card      INTEGER NOT NULL REFERENCES card (id),
    detail    INTEGER NOT NULL,
    group_key TEXT    NOT NULL,
    field     TEXT    NOT NULL,
    seq       INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    number    INTEGER,
    day       TEXT,
    PRIMARY KEY (card, detail, field, seq)
) STRICT, WITHOUT ROWID;

-- The list of an own field that is a choice: one line a choice, code and name with a tab between. An own field
-- that was removed keeps its row while cards hold values of it.
ALTER TABLE own_field ADD COLUMN options TEXT NOT NULL DEFAULT '';
