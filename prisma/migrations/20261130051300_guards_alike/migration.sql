-- What only differed in its sentence is one function now, see prisma/sql/02-shared-guards.sql.
DROP FUNCTION IF EXISTS "published_stays"() CASCADE;
DROP FUNCTION IF EXISTS "notes_are_only_emptied"() CASCADE;
DROP FUNCTION IF EXISTS "closed_stays"() CASCADE;
DROP FUNCTION IF EXISTS "corrections_stay"() CASCADE;
DROP FUNCTION IF EXISTS "corrections_are_kept"() CASCADE;
