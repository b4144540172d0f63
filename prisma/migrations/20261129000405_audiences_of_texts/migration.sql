-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('PUBLIC', 'PERSON', 'INTERNAL');

-- AlterTable
ALTER TABLE "forum_tasks" ADD COLUMN     "audience" "Audience" NOT NULL DEFAULT 'INTERNAL';

-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "audience" "Audience" NOT NULL DEFAULT 'INTERNAL';

-- AlterTable
ALTER TABLE "support_steps" ADD COLUMN     "audience" "Audience" NOT NULL DEFAULT 'INTERNAL';

-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "outcome_audience" "Audience" NOT NULL DEFAULT 'INTERNAL';

-- AlterTable
ALTER TABLE "proposal_steps" ADD COLUMN     "audience" "Audience" NOT NULL DEFAULT 'INTERNAL',
ADD COLUMN     "body_name" TEXT NOT NULL DEFAULT '';

-- Which body a proposal went to was part of a note; it is public, the words beside it were not said to be.
UPDATE "proposal_steps" s SET "body_name" = p."name", "note" = h."question"
FROM "handovers" h JOIN "partners" p ON p."id" = h."partner_id"
WHERE h."proposal_id" = s."proposal_id" AND h."sent_at" = s."at" AND s."to" = 'HANDED_OVER'
  AND s."note" = p."name" || ': ' || h."question";

-- Known to be public: what a poll that everybody sees left in the history, and results, which were mailed to
-- everybody who supported the proposal. Known to the person: what was mailed to them, and what they wrote.
-- Everything else was typed without a word about who reads it and stays in the office.
UPDATE "proposal_steps" SET "audience" = 'PUBLIC' WHERE "by" = 'poll' OR "step" = 'finish';
UPDATE "proposal_steps" SET "audience" = 'PERSON'
WHERE "audience" = 'INTERNAL' AND ("by" = 'author' OR "step" IN ('answer', 'askBack', 'notPublish', 'merge',
  'separate', 'discuss', 'adopt', 'decline', 'hold', 'handOver', 'passOn', 'start', 'giveUp', 'reopen'));
UPDATE "proposals" SET "outcome_audience" = 'PUBLIC' WHERE "state" = 'DONE';
UPDATE "proposals" SET "outcome_audience" = 'PERSON'
WHERE "state" IN ('NOT_PUBLISHED', 'NOT_FEASIBLE', 'DECLINED', 'ON_HOLD');

-- The form of support requests has always said that the person reads every note.
UPDATE "support_steps" SET "audience" = 'PERSON';

-- Merging made texts public that nobody had checked.
UPDATE "proposals" p SET "published_at" = NULL
WHERE "published_at" IS NOT NULL AND "state" IN ('MERGED', 'SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION',
  'NOT_PUBLISHED', 'WITHDRAWN')
  AND NOT EXISTS (SELECT 1 FROM "proposal_steps" s WHERE s."proposal_id" = p."id" AND s."to" = 'PUBLISHED');

-- What a demo brings was written to be read by everybody, but for notes of the review and of reminders.
UPDATE "proposal_steps" SET "audience" = 'PUBLIC'
WHERE "audience" = 'INTERNAL' AND "step" = ''
  AND "to" NOT IN ('SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION', 'NOT_PUBLISHED')
  AND EXISTS (SELECT 1 FROM "office_settings" WHERE "filled_as_demo");
UPDATE "proposals" SET "outcome_audience" = 'PUBLIC'
WHERE "state" IN ('NOT_FEASIBLE', 'DECLINED', 'ON_HOLD')
  AND EXISTS (SELECT 1 FROM "office_settings" WHERE "filled_as_demo");
UPDATE "agenda_items" SET "audience" = 'PUBLIC' WHERE EXISTS (SELECT 1 FROM "office_settings" WHERE "filled_as_demo");
UPDATE "forum_tasks" SET "audience" = 'PUBLIC' WHERE EXISTS (SELECT 1 FROM "office_settings" WHERE "filled_as_demo");
