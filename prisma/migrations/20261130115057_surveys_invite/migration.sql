-- AlterTable
ALTER TABLE "activation_surveys" ADD COLUMN     "invited_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "activation_invitations" ADD COLUMN     "mail_id" UUID;

-- Nobody comes to the sheet any more when everybody on it is invited.
ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_invited_when_finished"
  CHECK ("invited_at" IS NULL OR "finished");

DROP FUNCTION IF EXISTS "activation_survey_stays_open"() CASCADE;
