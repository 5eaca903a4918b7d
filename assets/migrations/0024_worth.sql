-- What a contact with a card is worth is folded with everything else: the list of a day is read best first, however much
-- is due. What is kept is told what it would have been folded to by the policy that nobody changed; of other policies it
-- is folded again anyway.
ALTER TABLE standing ADD COLUMN worth INTEGER NOT NULL DEFAULT 20;
UPDATE standing SET worth = iif(position = 'actual', 40, 100 - 10 * (best_rank + 1))
WHERE position IN ('potential', 'target', 'actual');
UPDATE standing
SET worth = CASE tier.text WHEN 'key' THEN 90 WHEN 'develop' THEN 70 WHEN 'opportunity' THEN 20 ELSE 40 END
FROM value AS tier
WHERE tier.card = standing.card AND tier.field = 'tier' AND standing.position = 'actual';

-- A first load that was killed has left some of them aside.
DROP INDEX IF EXISTS standing_by_due;
DROP INDEX IF EXISTS standing_by_review;
DROP INDEX IF EXISTS standing_by_lapse;
DELETE FROM missing_index WHERE name IN ('standing_by_due', 'standing_by_review', 'standing_by_lapse');
CREATE INDEX standing_by_due ON standing (due_on, due_reason, position, worth) WHERE due_on IS NOT NULL;
CREATE INDEX standing_by_appointment ON standing (worth, due_on) WHERE due_reason = 'appointment';
CREATE INDEX standing_by_follow_up ON standing (worth, due_on) WHERE due_reason <> 'appointment';
CREATE INDEX standing_by_review ON standing (worth, review_on) WHERE review_on IS NOT NULL;
CREATE INDEX standing_by_lapse ON standing (worth, lapsed_on) WHERE lapsed_on IS NOT NULL;
