-- What was known of a card on the day it was moved: its own fields may change later, and events be entered late. Moves
-- recorded before have none of it.
ALTER TABLE move ADD COLUMN letters TEXT;
ALTER TABLE move ADD COLUMN class TEXT;
ALTER TABLE move ADD COLUMN policy TEXT;
ALTER TABLE move ADD COLUMN channel TEXT;
ALTER TABLE move ADD COLUMN introducer INTEGER;
ALTER TABLE move ADD COLUMN first_contact_on TEXT;
ALTER TABLE move ADD COLUMN contacts INTEGER;
ALTER TABLE move ADD COLUMN last_order_on TEXT;
