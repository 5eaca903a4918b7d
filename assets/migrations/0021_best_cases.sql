-- Lists by best case go on by the number of unknown letters, of which the code tells.
CREATE INDEX standing_by_best_and_code ON standing (best, code) WHERE code <> '???';
