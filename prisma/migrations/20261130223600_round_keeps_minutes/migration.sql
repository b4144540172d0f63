-- A round that is opened again by a wrong press keeps how long somebody was outdoors; it counts only of one that took place.
ALTER TABLE "outreach_rounds" DROP CONSTRAINT "outreach_rounds_minutes";
ALTER TABLE "outreach_rounds" ADD CONSTRAINT "outreach_rounds_minutes" CHECK ("minutes" BETWEEN 1 AND 720);
