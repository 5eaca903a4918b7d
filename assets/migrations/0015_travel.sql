-- How long the way to an address takes from the one before it in its zone, or to the zone, in minutes.
ALTER TABLE address ADD COLUMN minutes INTEGER;
