-- The usual gap of an even number of gaps between orders is the mean of the two in the middle, and who was lost for good
-- is tried again as all others are: the standings of customers and of those lost are folded again.
UPDATE standing SET policy = '' WHERE position IN ('actual', 'lost');
UPDATE standing_bounds SET policy = '' WHERE EXISTS (SELECT 1 FROM standing WHERE position IN ('actual', 'lost'));
