-- Whoever counsels can take back a single time nobody has, and give it again.
ALTER TABLE "counselling"."slots" ADD COLUMN "withdrawn" BOOLEAN NOT NULL DEFAULT false;
