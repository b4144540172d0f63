-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "answer_by" DATE;

-- Whoever is asked is told until when. Those who were asked before this were not, and are not told so now.
DO $$ BEGIN
  EXECUTE format('ALTER TABLE "proposals" ADD CONSTRAINT "proposals_asked_until_a_day"
    CHECK ("state" <> ''NEEDS_CLARIFICATION'' OR "answer_by" IS NOT NULL OR "state_since" < %L)', now());
END $$;
