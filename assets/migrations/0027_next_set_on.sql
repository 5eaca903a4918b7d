-- The day on which a next action was agreed upon: a contact of an earlier day, written down afterwards, does not close it.
-- Of actions agreed upon before this step it is not known: any latest contact closes them.
ALTER TABLE card ADD COLUMN next_set_on TEXT;
