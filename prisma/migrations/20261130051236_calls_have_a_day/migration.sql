CREATE FUNCTION pg_temp.no_workday("day" date, "region" text) RETURNS boolean LANGUAGE plpgsql AS $$
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

CREATE FUNCTION pg_temp.so_many_workdays_later("day" date, "days" int, "region" text) RETURNS date LANGUAGE plpgsql AS $$
BEGIN
  WHILE "days" > 0 LOOP
    "day" := "day" + 1;
    IF NOT pg_temp.no_workday("day", "region") THEN "days" := "days" - 1; END IF;
  END LOOP;
  RETURN "day";
END $$;

-- Calls of before they had a day are owed by the same rule: until the next working day's evening, or earlier where
-- they are about something that begins before.
UPDATE "call_list_items" c SET "due_at" = least(c."ends_at",
  (pg_temp.so_many_workdays_later((c."created_at" AT TIME ZONE 'Europe/Berlin')::date, 1, coalesce(o."holiday_region", ''))
    + time '18:00') AT TIME ZONE 'Europe/Berlin')
FROM (SELECT (SELECT "holiday_region" FROM "office_settings") AS "holiday_region") o
WHERE c."due_at" IS NULL;

-- AlterTable
ALTER TABLE "call_list_items" ALTER COLUMN "due_at" SET NOT NULL;

-- Requests for support of before promises were kept: what each was told stands in its receipt, which is gone. As with
-- proposals the first promise is reckoned once, by what the office promises now, and marked as that. Where the office
-- had not answered yet it was written down as a fact.
INSERT INTO "answer_promises"
  ("id", "kind", "case_id", "made_at", "promised_for", "answered_at", "ended_at", "reckoned")
SELECT gen_random_uuid(), 'supportRequest', r."id", r."requested_at",
  pg_temp.so_many_workdays_later((r."requested_at" AT TIME ZONE 'Europe/Berlin')::date, o."support_workdays", o."holiday_region"),
  "answer"."at",
  CASE WHEN "answer"."at" IS NULL THEN r."state_since" END,
  true
FROM "support_requests" r
CROSS JOIN "office_settings" o
LEFT JOIN LATERAL (
  SELECT min(s."at") AS "at" FROM "support_steps" s
  WHERE s."request_id" = r."id" AND s."by" IN ('office', 'forum') AND s."to" NOT IN ('RECEIVED', 'WITHDRAWN')
) AS "answer" ON true
WHERE NOT EXISTS (SELECT FROM "answer_promises" a
  WHERE a."kind" = 'supportRequest' AND a."case_id" = r."id" AND a."made_at" < coalesce("answer"."at", 'infinity'))
  AND ("answer"."at" IS NOT NULL OR r."state" NOT IN ('RECEIVED', 'CLARIFYING'));
