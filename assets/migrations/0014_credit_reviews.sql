-- The review of a card's credit is kept with its other reviews: the standings of judged cards are folded again.
UPDATE standing SET policy = '' WHERE card IN (SELECT card FROM assessment);
UPDATE standing_bounds SET policy = '' WHERE EXISTS (SELECT 1 FROM assessment);
