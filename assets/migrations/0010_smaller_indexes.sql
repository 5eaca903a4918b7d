-- Chunks of the search index are of 32,000 cards, so that two sets of cards that are kept bit by bit fill a page
-- instead of half of one. The index is made anew when nobody waits.
DELETE FROM posting;
DELETE FROM unindexed;
UPDATE indexed SET through = 0, claimed = 0, turn = turn + 1;

-- Cards stand in the order in which they were made already.
DROP INDEX IF EXISTS card_by_created;
DELETE FROM missing_index WHERE name = 'card_by_created';
