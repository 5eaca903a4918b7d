-- Who came by an enquiry is due at once: the standings of those cards are folded again.
UPDATE standing SET policy = ''
WHERE card IN (SELECT card FROM value WHERE field = 'channel' AND text IN ('web', 'advert'));
UPDATE standing_bounds SET policy = ''
WHERE EXISTS (SELECT 1 FROM value WHERE field = 'channel' AND text IN ('web', 'advert'));
