-- What goes with a customer who leaves, and what was ordered or is no longer bought.
ALTER TABLE move ADD COLUMN product TEXT NOT NULL DEFAULT '';
ALTER TABLE move ADD COLUMN contributing TEXT NOT NULL DEFAULT '';
ALTER TABLE move ADD COLUMN historic_value INTEGER;
ALTER TABLE move ADD COLUMN receivables INTEGER;
ALTER TABLE move ADD COLUMN second_life INTEGER;
