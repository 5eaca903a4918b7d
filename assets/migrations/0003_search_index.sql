-- The search index. Cards up to indexed.through are known by their grams; those after it, and those of unindexed,
-- are looked at one by one until the index is brought up to them. The texts themselves have a new form: they
-- are made again by the program.
DELETE FROM search;

-- key: the chunk of cards, then the gram, see the program. cards: which of the chunk have it.
CREATE TABLE posting (
    key   INTEGER PRIMARY KEY,
    cards BLOB NOT NULL
) STRICT;

-- claimed: a build is under way up to here; the highest number there is while many cards are brought in, which
-- are indexed as they come. turn: counts the steps of builds, so that two programs that bring the index up at a
-- time do not undo each other's work.
CREATE TABLE indexed (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    through INTEGER NOT NULL,
    claimed INTEGER NOT NULL,
    turn    INTEGER NOT NULL
) STRICT;
INSERT INTO indexed (one, through, claimed, turn) VALUES (1, 0, 0, 0);

-- Cards whose text has changed since: the text the index knows them by, and the one it is being brought to.
CREATE TABLE unindexed (
    card   INTEGER PRIMARY KEY,
    text   TEXT NOT NULL,
    target TEXT
) STRICT;

CREATE TRIGGER search_made AFTER INSERT ON search
WHEN NEW.card <= (SELECT iif(claimed = 9223372036854775807, through, claimed) FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT NEW.card, ''
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = NEW.card);
END;
CREATE TRIGGER search_changed AFTER UPDATE OF text ON search
WHEN NEW.text <> OLD.text AND OLD.card <= (SELECT claimed FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT OLD.card, OLD.text
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = OLD.card);
END;
CREATE TRIGGER search_gone AFTER DELETE ON search
WHEN OLD.card <= (SELECT claimed FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT OLD.card, OLD.text
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = OLD.card);
END;

-- Cards that are not in the list are few: their rows are all that is read to leave them out.
CREATE INDEX card_not_listed ON card (state) WHERE state <> 0;
