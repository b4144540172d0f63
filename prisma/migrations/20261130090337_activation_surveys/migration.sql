-- CreateEnum
CREATE TYPE "ActivationSurveyMode" AS ENUM ('DOOR', 'PAPER', 'PHONE', 'WEB');

-- CreateTable
CREATE TABLE "activation_surveys" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "district_id" UUID,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "opened" BOOLEAN NOT NULL DEFAULT false,
    "summary" TEXT NOT NULL DEFAULT '',
    "quotes" TEXT NOT NULL DEFAULT '',
    "told_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activation_surveys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activation_questions" (
    "survey_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "activation_questions_pkey" PRIMARY KEY ("survey_id","position")
);

-- CreateTable
CREATE TABLE "activation_answers" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "mode" "ActivationSurveyMode" NOT NULL,
    "answer1" TEXT NOT NULL DEFAULT '',
    "answer2" TEXT NOT NULL DEFAULT '',
    "answer3" TEXT NOT NULL DEFAULT '',
    "answer4" TEXT NOT NULL DEFAULT '',
    "answer5" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "activation_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activation_invitations" (
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,

    CONSTRAINT "activation_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "activation_surveys_code_key" ON "activation_surveys"("code");

-- CreateIndex
CREATE INDEX "activation_surveys_district_id_idx" ON "activation_surveys"("district_id");

-- CreateIndex
CREATE INDEX "activation_surveys_ends_on_idx" ON "activation_surveys"("ends_on");

-- CreateIndex
CREATE INDEX "activation_answers_survey_id_idx" ON "activation_answers"("survey_id");

-- CreateIndex
CREATE INDEX "activation_invitations_survey_id_idx" ON "activation_invitations"("survey_id");

-- AddForeignKey
ALTER TABLE "activation_questions" ADD CONSTRAINT "activation_questions_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "activation_surveys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What belongs to other domains: by hand, so that their schema need not know of this one.
ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Answers and invitations each know their survey alone.
ALTER TABLE "activation_answers" ADD CONSTRAINT "activation_answers_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "activation_surveys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "activation_invitations" ADD CONSTRAINT "activation_invitations_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "activation_surveys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_lengths" CHECK (
  "code" ~ '^[34679ACDEFGHJKMNPQRTWXY]{6}$' AND char_length("title") BETWEEN 1 AND 80 AND char_length("intro") BETWEEN 1 AND 400
  AND char_length("summary") <= 2000 AND char_length("quotes") <= 1500);
ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_days" CHECK ("starts_on" <= "ends_on");
ALTER TABLE "activation_surveys" ADD CONSTRAINT "activation_surveys_are_told_in_own_words" CHECK (
  "told_at" IS NULL OR ("summary" <> '' AND "opened"));
ALTER TABLE "activation_questions" ADD CONSTRAINT "activation_questions_are_five" CHECK (
  "position" BETWEEN 1 AND 5 AND char_length("text") BETWEEN 1 AND 200);
ALTER TABLE "activation_answers" ADD CONSTRAINT "activation_answers_say_something" CHECK (
  greatest(char_length("answer1"), char_length("answer2"), char_length("answer3"), char_length("answer4"), char_length("answer5")) <= 600);
ALTER TABLE "activation_invitations" ADD CONSTRAINT "activation_invitations_lengths" CHECK (
  char_length("name") BETWEEN 1 AND 80 AND char_length("contact") BETWEEN 1 AND 120);
