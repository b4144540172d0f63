-- Quarters that were counted before what few talks were about was put together, and are emptied by now: what is kept of
-- them is put together as it is for every later one (`outreach/statistics/few`). Of those nothing is left to move.
WITH "talks" AS (
  SELECT "quarter", "district_id", "count", coalesce(sum("count") OVER (PARTITION BY "quarter"
    ORDER BY "count", "district_id" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS "before"
  FROM "outreach_quarter_sums" WHERE "kind" = 'met' AND "key" = 'talks'
), "moved" AS (
  DELETE FROM "outreach_quarter_sums" s USING "talks" t
  WHERE t."quarter" = s."quarter" AND t."district_id" = s."district_id"
    AND s."kind" IN ('topic', 'mood', 'outcome')
    AND (t."count" < 5 OR t."before" > 0 AND t."before" < 5)
  RETURNING s."quarter", s."kind", s."key", s."count"
)
INSERT INTO "outreach_quarter_rests" AS kept ("quarter", "kind", "key", "count")
SELECT "quarter", "kind", "key", sum("count")::int FROM "moved"
GROUP BY "quarter", "kind", "key" HAVING sum("count") > 0
ON CONFLICT ("quarter", "kind", "key") DO UPDATE SET "count" = kept."count" + EXCLUDED."count";
