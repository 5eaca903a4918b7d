-- Days in details, and days of the year without a year, are read by an index for the list of a day.
DROP INDEX IF EXISTS value_by_day_of_year;
DELETE FROM missing_index WHERE name = 'value_by_day_of_year';
CREATE INDEX value_by_day_of_year ON value (field, substr(text, -5))
    WHERE text GLOB '*-[0-9][0-9]-[0-9][0-9]';
CREATE INDEX detail_by_day ON detail_value (group_key, field, substr(text || '-01-01', 1, 10))
    WHERE text GLOB '[0-9][0-9][0-9][0-9]*';
CREATE INDEX detail_by_day_of_year ON detail_value (group_key, field, substr(text, -5))
    WHERE text GLOB '*-[0-9][0-9]-[0-9][0-9]';
