-- What many cards went through alike stands in the journal once for those of a block, not once a card: block is the
-- row of a card over 1,024, cards are their rows as a JSON array, uids the 16 bytes of each in the same order. seq is
-- the place of the first of them, the others follow.
CREATE TABLE journal_alike (
    id           INTEGER PRIMARY KEY,
    journal      INTEGER NOT NULL REFERENCES journal (id),
    seq          INTEGER NOT NULL,
    block        INTEGER NOT NULL,
    cards        TEXT    NOT NULL,
    uids         BLOB    NOT NULL,
    field        TEXT    NOT NULL,
    before_value ANY,
    after_value  ANY
) STRICT;
CREATE INDEX journal_alike_by_journal ON journal_alike (journal);
CREATE INDEX journal_alike_by_block ON journal_alike (block, journal);

-- Those of the cards one by one, as the journal has all others.
CREATE VIEW journal_alike_value AS
SELECT alike.journal, alike.seq + one.key AS seq, 'card' AS record_kind, one.value AS record,
       substr(alike.uids, 1 + 16 * one.key, 16) AS uid, one.value AS card, alike.field, alike.before_value,
       alike.after_value, alike.block
FROM journal_alike AS alike CROSS JOIN json_each(alike.cards) AS one;
