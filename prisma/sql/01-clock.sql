-- The one clock all of this goes by. The program has no say in it; a test lets the owner replace it.
-- The default of a column asks for it, so a migration makes it before this file does.
CREATE OR REPLACE FUNCTION "database_clock"() RETURNS timestamptz LANGUAGE sql RETURN clock_timestamp();
