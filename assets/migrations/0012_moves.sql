-- What winning and losing customers must be told by later: to whom a lost one went, what one was won back with,
-- and what that cost in minor units.
ALTER TABLE move ADD COLUMN rival TEXT NOT NULL DEFAULT '';
ALTER TABLE move ADD COLUMN offer TEXT NOT NULL DEFAULT '';
ALTER TABLE move ADD COLUMN cost INTEGER;
