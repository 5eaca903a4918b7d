-- Customers whose next order is in sight are due sooner: the standings of customers are folded again.
UPDATE standing SET policy = '' WHERE position = 'actual';
UPDATE standing_bounds SET policy = '' WHERE EXISTS (SELECT 1 FROM standing WHERE position = 'actual');
