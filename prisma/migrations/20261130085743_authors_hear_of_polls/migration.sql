-- AlterTable
ALTER TABLE "polls" ADD COLUMN     "authors_told_at" TIMESTAMPTZ(3);

-- Whose proposal was put to the vote by a poll has heard of it. Of one about a proposal the Forum had spoken of already,
-- or that had gone its way, nobody was told: of those that are open they hear now.
ALTER TABLE "polls" DISABLE TRIGGER USER;
UPDATE "polls" SET "authors_told_at" = "opens_at" WHERE "state" <> 'DRAFT' AND "opens_at" <= now()
  AND EXISTS (SELECT FROM "proposal_steps" s WHERE s."proposal_id" = "polls"."proposal_id"
    AND s."to" = 'IN_VOTE' AND s."at" >= "polls"."opens_at");
ALTER TABLE "polls" ENABLE TRIGGER USER;
