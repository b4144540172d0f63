-- What was called off took no time, also where it was closed and opened again before.
UPDATE "outreach_rounds" SET "minutes" = NULL WHERE "state" = 'CANCELLED';
ALTER TABLE "outreach_rounds" DROP CONSTRAINT "outreach_rounds_minutes";
ALTER TABLE "outreach_rounds" ADD CONSTRAINT "outreach_rounds_minutes" CHECK (
  "minutes" BETWEEN 1 AND 720 AND "state" <> 'CANCELLED' OR "minutes" IS NULL);
