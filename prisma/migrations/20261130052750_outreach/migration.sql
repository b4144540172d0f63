-- CreateEnum
CREATE TYPE "OutreachSetting" AS ENUM ('OPEN_SPACE', 'STAND', 'MOBILE_CAFE', 'DOORSTEP', 'INSTITUTION', 'EVENT');

-- CreateEnum
CREATE TYPE "OutreachRoundState" AS ENUM ('PLANNED', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "OutreachMood" AS ENUM ('OPEN', 'MIXED', 'SCEPTICAL');

-- CreateEnum
CREATE TYPE "OutreachOutcome" AS ENUM ('INFORMATION', 'CARD_LEFT', 'INVITED_TO_OFFICE', 'REFERRAL', 'PROPOSAL_CREATED');

-- CreateTable
CREATE TABLE "outreach_rounds" (
    "id" UUID NOT NULL,
    "district_id" UUID NOT NULL,
    "setting" "OutreachSetting" NOT NULL,
    "place" TEXT NOT NULL,
    "announced" BOOLEAN NOT NULL,
    "local_date" DATE NOT NULL,
    "local_start" TEXT NOT NULL,
    "local_end" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "materials" TEXT NOT NULL DEFAULT '',
    "state" "OutreachRoundState" NOT NULL DEFAULT 'PLANNED'::"OutreachRoundState",
    "reason" TEXT NOT NULL DEFAULT '',
    "learnt" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outreach_rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outreach_walkers" (
    "round_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "outreach_walkers_pkey" PRIMARY KEY ("round_id","user_id")
);

-- CreateTable
CREATE TABLE "outreach_contacts" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "district_id" UUID NOT NULL,
    "setting" "OutreachSetting" NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "round_id" UUID,
    "contacts" INTEGER NOT NULL,
    "first_contacts" INTEGER NOT NULL,
    "not_met" INTEGER NOT NULL,
    "age_to5" INTEGER NOT NULL,
    "age_to13" INTEGER NOT NULL,
    "age_to17" INTEGER NOT NULL,
    "age_to64" INTEGER NOT NULL,
    "age_from65" INTEGER NOT NULL,
    "topic_ids" UUID[],
    "mood" "OutreachMood",
    "outcomes" "OutreachOutcome"[],
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "outreach_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outreach_rounds_district_id_idx" ON "outreach_rounds"("district_id");

-- CreateIndex
CREATE INDEX "outreach_rounds_starts_at_idx" ON "outreach_rounds"("starts_at");

-- CreateIndex
CREATE INDEX "outreach_rounds_state_ends_at_idx" ON "outreach_rounds"("state", "ends_at");

-- CreateIndex
CREATE INDEX "outreach_walkers_user_id_idx" ON "outreach_walkers"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "outreach_walkers_round_id_position_key" ON "outreach_walkers"("round_id", "position");

-- CreateIndex
CREATE INDEX "outreach_contacts_day_idx" ON "outreach_contacts"("day");

-- CreateIndex
CREATE INDEX "outreach_contacts_district_id_idx" ON "outreach_contacts"("district_id");

-- CreateIndex
CREATE INDEX "outreach_contacts_round_id_idx" ON "outreach_contacts"("round_id");

-- AddForeignKey
ALTER TABLE "outreach_walkers" ADD CONSTRAINT "outreach_walkers_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "outreach_rounds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outreach_contacts" ADD CONSTRAINT "outreach_contacts_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "outreach_rounds"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What belongs to other domains: by hand, so that their schema need not know of this one.
ALTER TABLE "outreach_rounds" ADD CONSTRAINT "outreach_rounds_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outreach_contacts" ADD CONSTRAINT "outreach_contacts_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outreach_walkers" ADD CONSTRAINT "outreach_walkers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One to four go; that there is one, the command sees to, and an account that ends takes its own with it.
ALTER TABLE "outreach_walkers" ADD CONSTRAINT "outreach_walkers_are_four" CHECK ("position" BETWEEN 1 AND 4);

ALTER TABLE "outreach_rounds" ADD CONSTRAINT "outreach_rounds_lengths" CHECK (
  char_length("place") BETWEEN 1 AND 80 AND char_length("materials") <= 500
  AND char_length("reason") <= 160 AND char_length("learnt") <= 1000);
ALTER TABLE "outreach_rounds" ADD CONSTRAINT "outreach_rounds_times" CHECK (
  "local_start" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "local_end" ~ '^([01]\d|2[0-3]):[0-5]\d$'
  AND "local_start" < "local_end" AND "starts_at" < "ends_at");
ALTER TABLE "outreach_rounds" ADD CONSTRAINT "outreach_rounds_off_says_why" CHECK (
  "state" <> 'CANCELLED' OR "reason" <> '');

ALTER TABLE "outreach_contacts" ALTER COLUMN "topic_ids" SET NOT NULL, ALTER COLUMN "topic_ids" SET DEFAULT '{}',
  ALTER COLUMN "outcomes" SET NOT NULL, ALTER COLUMN "outcomes" SET DEFAULT '{}';
ALTER TABLE "outreach_contacts" ADD CONSTRAINT "outreach_contacts_numbers" CHECK (
  "contacts" BETWEEN 0 AND 99 AND "first_contacts" BETWEEN 0 AND "contacts" AND "not_met" BETWEEN 0 AND 99
  AND ("setting" = 'DOORSTEP' OR "not_met" = 0) AND "contacts" + "not_met" > 0);
ALTER TABLE "outreach_contacts" ADD CONSTRAINT "outreach_contacts_ages" CHECK (
  least("age_to5", "age_to13", "age_to17", "age_to64", "age_from65") >= 0
  AND "age_to5" + "age_to13" + "age_to17" + "age_to64" + "age_from65" <= "contacts");
ALTER TABLE "outreach_contacts" ADD CONSTRAINT "outreach_contacts_lengths" CHECK (
  char_length("place") <= 80 AND char_length("note") <= 300
  AND cardinality("topic_ids") <= 12 AND cardinality("outcomes") <= 5);
-- The program refuses much more, see lib/outreach/contacts/rules.ts: this is what must never lie here, whoever writes.
ALTER TABLE "outreach_contacts" ADD CONSTRAINT "outreach_contacts_lead_to_nobody" CHECK (
  "place" || E'\n' || "note" !~ '@|\d{6}|(^|[^\d])(0|\+)\d([ /().-]*\d){5}');
