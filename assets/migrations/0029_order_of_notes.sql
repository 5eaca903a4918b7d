-- Cards in the order of their note are read off an index too, as those of any other field are.
DROP INDEX value_by_text;
CREATE INDEX value_by_text ON value (field, substr(text, 1, 40), card) WHERE seq = 0 AND sort_key = '';
