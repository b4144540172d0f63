-- A number nobody can have is none to count tries of, so the table has an end.
DELETE FROM "counselling"."tries" WHERE "number" NOT BETWEEN 100000 AND 999999;
ALTER TABLE "counselling"."tries" ADD CONSTRAINT "tries_are_of_numbers" CHECK ("number" BETWEEN 100000 AND 999999);
