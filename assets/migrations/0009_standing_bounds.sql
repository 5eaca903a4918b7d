-- What all standings have in common, so that a list need not look at each: newest is the latest day any of them
-- begins on; policy that of all of them, '' when there are several, NULL while there are none.
CREATE TABLE standing_bounds (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    newest TEXT NOT NULL,
    policy TEXT
) STRICT;
INSERT INTO standing_bounds (one, newest, policy)
SELECT 1, ifnull(max(from_day), ''),
       CASE WHEN min(policy) = max(policy) THEN min(policy) WHEN max(policy) IS NOT NULL THEN '' END
FROM standing;
