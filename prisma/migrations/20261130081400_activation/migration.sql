-- CreateEnum
CREATE TYPE "ActivationState" AS ENUM ('IDEA', 'CONCEPT', 'IN_TRIAL', 'EVALUATED', 'ESTABLISHED', 'ADJUSTED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "ActivationParty" AS ENUM ('OFFICE', 'PARTNER', 'INITIATIVE', 'RESIDENTS', 'TOGETHER');

-- CreateEnum
CREATE TYPE "ActivationWeather" AS ENUM ('INDOORS', 'FINE', 'CLOUDY', 'RAIN', 'COLD');

-- CreateEnum
CREATE TYPE "ActivationGoal" AS ENUM ('YES', 'PARTLY', 'NO');

-- CreateTable
CREATE TABLE "activation_formats" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_description" TEXT NOT NULL,
    "goal" TEXT NOT NULL DEFAULT '',
    "target_groups" TEXT NOT NULL DEFAULT '',
    "procedure" TEXT NOT NULL DEFAULT '',
    "preparation" TEXT NOT NULL DEFAULT '',
    "duration" TEXT NOT NULL DEFAULT '',
    "frequency" TEXT NOT NULL DEFAULT '',
    "chances" TEXT NOT NULL DEFAULT '',
    "risks" TEXT NOT NULL DEFAULT '',
    "materials" TEXT NOT NULL DEFAULT '',
    "cost_cents" INTEGER,
    "accessibility" TEXT NOT NULL DEFAULT '',
    "edition" INTEGER NOT NULL DEFAULT 1,
    "follows_id" UUID,
    "state" "ActivationState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" "ActivationParty",
    "published" BOOLEAN NOT NULL DEFAULT false,
    "public_name" TEXT NOT NULL DEFAULT '',
    "public_text" TEXT NOT NULL DEFAULT '',
    "public_learnt" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activation_formats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activation_trials" (
    "id" UUID NOT NULL,
    "format_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "district_id" UUID NOT NULL,
    "ran_by" "ActivationParty" NOT NULL,
    "reached" INTEGER,
    "first_timers" INTEGER,
    "cost_cents" INTEGER,
    "staff_minutes" INTEGER,
    "weather" "ActivationWeather",
    "quotes" TEXT NOT NULL DEFAULT '',
    "proposals" INTEGER,
    "proposal_numbers" INTEGER[],
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "activation_trials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activation_evaluations" (
    "format_id" UUID NOT NULL,
    "goal_reached" "ActivationGoal" NOT NULL,
    "what_worked" TEXT NOT NULL,
    "what_to_change" TEXT NOT NULL,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activation_evaluations_pkey" PRIMARY KEY ("format_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "activation_formats_follows_id_key" ON "activation_formats"("follows_id");

-- CreateIndex
CREATE INDEX "activation_formats_state_idx" ON "activation_formats"("state");

-- CreateIndex
CREATE INDEX "activation_trials_format_id_idx" ON "activation_trials"("format_id");

-- CreateIndex
CREATE INDEX "activation_trials_district_id_idx" ON "activation_trials"("district_id");

-- CreateIndex
CREATE INDEX "activation_trials_day_idx" ON "activation_trials"("day");

-- AddForeignKey
ALTER TABLE "activation_formats" ADD CONSTRAINT "activation_formats_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "activation_formats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activation_trials" ADD CONSTRAINT "activation_trials_format_id_fkey" FOREIGN KEY ("format_id") REFERENCES "activation_formats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activation_evaluations" ADD CONSTRAINT "activation_evaluations_format_id_fkey" FOREIGN KEY ("format_id") REFERENCES "activation_formats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What belongs to other domains: by hand, so that their schema need not know of this one.
ALTER TABLE "activation_trials" ADD CONSTRAINT "activation_trials_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "activation_formats" ADD CONSTRAINT "activation_formats_lengths" CHECK (
  char_length("name") BETWEEN 1 AND 80 AND char_length("short_description") BETWEEN 1 AND 300
  AND greatest(char_length("goal"), char_length("target_groups"), char_length("accessibility"), char_length("reason")) <= 300
  AND greatest(char_length("preparation"), char_length("chances"), char_length("risks"), char_length("materials")) <= 600
  AND greatest(char_length("duration"), char_length("frequency"), char_length("public_name")) <= 80
  AND char_length("procedure") <= 2000 AND greatest(char_length("public_text"), char_length("public_learnt")) <= 600);
ALTER TABLE "activation_formats" ADD CONSTRAINT "activation_formats_numbers" CHECK (
  "cost_cents" >= 0 AND "edition" >= 1 AND ("edition" = 1) = ("follows_id" IS NULL));
ALTER TABLE "activation_formats" ADD CONSTRAINT "activation_formats_are_described" CHECK (
  "state" IN ('IDEA', 'DISCARDED') OR ("goal" <> '' AND "procedure" <> ''));
ALTER TABLE "activation_formats" ADD CONSTRAINT "activation_formats_are_decided" CHECK (
  ("state" IN ('ESTABLISHED', 'ADJUSTED', 'DISCARDED')) = ("decided_at" IS NOT NULL)
  AND ("decided_at" IS NULL) = ("decided_by" IS NULL) AND ("state" <> 'DISCARDED' OR "reason" <> ''));
ALTER TABLE "activation_formats" ADD CONSTRAINT "activation_formats_published_in_own_words" CHECK (
  NOT "published" OR ("public_name" <> '' AND "public_text" <> '' AND "state" NOT IN ('IDEA', 'CONCEPT')));

ALTER TABLE "activation_trials" ALTER COLUMN "proposal_numbers" SET NOT NULL, ALTER COLUMN "proposal_numbers" SET DEFAULT '{}';
ALTER TABLE "activation_trials" ADD CONSTRAINT "activation_trials_numbers" CHECK (
  "reached" BETWEEN 0 AND 9999 AND "first_timers" BETWEEN 0 AND "reached"
  AND ("first_timers" IS NULL OR "reached" IS NOT NULL) AND "cost_cents" BETWEEN 0 AND 99999999
  AND "staff_minutes" BETWEEN 0 AND 60000 AND "proposals" BETWEEN 0 AND 999
  AND cardinality("proposal_numbers") <= 30
  AND ("proposals" IS NULL OR cardinality("proposal_numbers") <= "proposals")
  AND ("proposals" IS NOT NULL OR cardinality("proposal_numbers") = 0));
-- The program refuses much more, see lib/outreach/traces/rules.ts: this is what must never lie here, whoever writes.
ALTER TABLE "activation_trials" ADD CONSTRAINT "activation_trials_quote_nobody" CHECK (
  char_length("quotes") <= 1000 AND "quotes" !~ '@|\d{6}|(^|[^\d])(0|\+)\d([ /().-]*\d){5}');
ALTER TABLE "activation_evaluations" ADD CONSTRAINT "activation_evaluations_lengths" CHECK (
  char_length("what_worked") BETWEEN 1 AND 600 AND char_length("what_to_change") BETWEEN 1 AND 600);
