-- Who was stopped is due from the day on which the letters grew too old, not from the last contact: the standings of
-- cards with such letters that are due by an interval are folded again.
UPDATE standing SET policy = '' WHERE stale <> '' AND due_reason NOT IN ('next-action', 'appointment', 'enquiry', 'retry');
UPDATE standing_bounds SET policy = '' WHERE EXISTS (SELECT 1 FROM standing WHERE policy = '');
