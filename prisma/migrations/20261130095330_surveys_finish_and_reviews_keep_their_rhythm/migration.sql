-- AlterTable
ALTER TABLE "activation_surveys" ADD COLUMN     "finished" BOOLEAN NOT NULL DEFAULT false;
UPDATE "activation_surveys" SET "finished" = true WHERE "told_at" IS NOT NULL;
ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_are_finished_before_told" CHECK (
  "told_at" IS NULL OR "finished");
ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_finish_what_was_opened" CHECK (
  "opened" OR NOT "finished");

-- Names and answers are kept from its last day on, so it has one that comes.
UPDATE "activation_surveys" SET "ends_on" = "starts_on" + 92 WHERE "ends_on" > "starts_on" + 92;
ALTER TABLE "activation_surveys" DROP CONSTRAINT "activation_surveys_days";
ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_days" CHECK (
  "starts_on" <= "ends_on" AND "ends_on" <= "starts_on" + 92);

-- AlterTable
ALTER TABLE "counselling_editions" ADD COLUMN     "earlier_review_for" INTEGER,
ADD COLUMN     "reviewed_for" INTEGER;
UPDATE "counselling_editions" e SET
  "reviewed_for" = CASE WHEN "reviewed_on" IS NOT NULL THEN t."review_every_months" END,
  "earlier_review_for" = CASE WHEN "earlier_review_on" IS NOT NULL THEN t."review_every_months" END
FROM "counselling_topics" t WHERE t."id" = e."topic_id" AND "reviewed_on" IS NOT NULL;
