-- AlterTable
ALTER TABLE "answer_promises" ADD COLUMN     "reckoned" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "forgotten_proposals" (
    "id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "intake_channel" "IntakeChannel" NOT NULL,
    "district_id" UUID NOT NULL,

    CONSTRAINT "forgotten_proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_figures" (
    "id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "district_id" UUID,
    "district" TEXT NOT NULL DEFAULT '',
    "channel" TEXT NOT NULL DEFAULT '',
    "value" DOUBLE PRECISION,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "period_figures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "forgotten_proposals_submitted_at_idx" ON "forgotten_proposals"("submitted_at");

-- CreateIndex
CREATE INDEX "forgotten_proposals_district_id_idx" ON "forgotten_proposals"("district_id");

-- CreateIndex
CREATE UNIQUE INDEX "period_figures_period_position_key" ON "period_figures"("period", "position");

-- AddForeignKey
ALTER TABLE "forgotten_proposals" ADD CONSTRAINT "forgotten_proposals_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "period_figures" ADD CONSTRAINT "period_figures_period_is_one"
  CHECK ("period" ~ '^20\d\d(-Q[1-4])?$');
ALTER TABLE "period_figures" ADD CONSTRAINT "period_figures_unit_is_known"
  CHECK ("unit" IN ('count', 'percent', 'days'));
-- What is told by district or by way is a number of proposals, and none of fewer than five.
ALTER TABLE "period_figures" ADD CONSTRAINT "period_figures_nobody_is_seen"
  CHECK ("district_id" IS NULL AND "channel" = '' OR "unit" = 'count' AND ("value" IS NULL OR "value" >= 5));

-- Every proposal that was handed in has its first promise, with the day it was answered: what was promised and what
-- was answered stand nowhere else any more. One that was under review when promises were first kept was promised
-- when it came in.
ALTER TABLE "answer_promises" DISABLE TRIGGER USER;
UPDATE "answer_promises" "first" SET "made_at" = p."submitted_at"
FROM "proposals" p
WHERE "first"."kind" = 'proposal' AND "first"."case_id" = p."id" AND "first"."made_at" > p."submitted_at"
  AND NOT EXISTS (SELECT FROM "answer_promises" "before"
    WHERE "before"."kind" = 'proposal' AND "before"."case_id" = p."id" AND "before"."made_at" < "first"."made_at")
  AND NOT EXISTS (SELECT FROM "proposal_steps" s WHERE s."proposal_id" = p."id" AND s."at" <= "first"."made_at"
    AND s."to" IN ('NEEDS_CLARIFICATION', 'PUBLISHED', 'NOT_PUBLISHED', 'MERGED'));
ALTER TABLE "answer_promises" ENABLE TRIGGER USER;

CREATE FUNCTION pg_temp.is_free("day" date, "region" text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  "year" int := extract(year FROM "day");
  a int := "year" % 19;
  b int := "year" / 100;
  c int := "year" % 100;
  h int := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l int := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m int := (a + 11 * h + 22 * l) / 451;
  "easter" date := make_date("year", (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
  "date" text := to_char("day", 'MM-DD');
BEGIN
  RETURN extract(isodow FROM "day") > 5
    OR "date" IN ('01-01', '05-01', '10-03', '12-25', '12-26')
    OR "day" - "easter" IN (-2, 1, 39, 50)
    OR "day" - "easter" = 60 AND "region" IN ('BW', 'BY', 'HE', 'NW', 'RP', 'SL')
    OR "date" = '01-06' AND "region" IN ('BW', 'BY', 'ST')
    OR "date" = '03-08' AND "region" IN ('BE', 'MV')
    OR "date" = '08-15' AND "region" = 'SL'
    OR "date" = '09-20' AND "region" = 'TH'
    OR "date" = '10-31' AND "region" IN ('BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH')
    OR "date" = '11-01' AND "region" IN ('BW', 'BY', 'NW', 'RP', 'SL')
    OR "date" BETWEEN '11-16' AND '11-22' AND extract(isodow FROM "day") = 3 AND "region" = 'SN';
END $$;

CREATE FUNCTION pg_temp.workdays_later("day" date, "days" int, "region" text) RETURNS date LANGUAGE plpgsql AS $$
BEGIN
  WHILE "days" > 0 LOOP
    "day" := "day" + 1;
    IF NOT pg_temp.is_free("day", "region") THEN "days" := "days" - 1; END IF;
  END LOOP;
  RETURN "day";
END $$;

-- Of those that were answered before promises were kept the day is not known: it is reckoned once, by what the office
-- promises now, and marked as that.
INSERT INTO "answer_promises"
  ("id", "kind", "case_id", "made_at", "promised_for", "answered_at", "ended_at", "reckoned")
SELECT gen_random_uuid(), 'proposal', p."id", p."submitted_at",
  pg_temp.workdays_later((p."submitted_at" AT TIME ZONE 'Europe/Berlin')::date, o."promise_workdays", o."holiday_region"),
  "answer"."at",
  CASE WHEN "answer"."at" IS NULL AND p."state" NOT IN ('SUBMITTED', 'UNDER_REVIEW') THEN p."state_since" END,
  true
FROM "proposals" p
CROSS JOIN "office_settings" o
LEFT JOIN LATERAL (
  SELECT least(min(s."at"), p."published_at") AS "at" FROM "proposal_steps" s
  WHERE s."proposal_id" = p."id" AND s."to" IN ('NEEDS_CLARIFICATION', 'PUBLISHED', 'NOT_PUBLISHED', 'MERGED')
) AS "answer" ON true
WHERE p."state" <> 'DRAFT' AND NOT EXISTS (
  SELECT FROM "answer_promises" a
  WHERE a."kind" = 'proposal' AND a."case_id" = p."id" AND a."made_at" <= coalesce("answer"."at", 'infinity'));
