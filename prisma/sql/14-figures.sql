-- Figures of a period that is closed: written once, and then they stay.

DROP TRIGGER IF EXISTS "period_figures_stay" ON "period_figures";
CREATE TRIGGER "period_figures_stay" BEFORE UPDATE OR DELETE ON "period_figures"
  FOR EACH ROW EXECUTE FUNCTION "stays"('what is closed stays as it is');

-- All of a period at one moment, which is now, and not while late entries may still come in. The days are one fewer
-- than the program waits: it reckons by the office's midnight, this by that of UTC.
CREATE OR REPLACE FUNCTION "period_is_closed_once"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (SELECT FROM "period_figures" JOIN "added" USING ("period")
    WHERE "period_figures"."id" NOT IN (SELECT "id" FROM "added"))
  THEN
    RAISE EXCEPTION 'this period was closed before' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM "added" GROUP BY "period" HAVING count(DISTINCT "closed_at") > 1) OR EXISTS (
    SELECT FROM "added" WHERE abs(extract(epoch FROM "closed_at" - "database_clock"())) > 600)
  THEN
    RAISE EXCEPTION 'a period is closed at one moment' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM "added" WHERE "closed_at" < interval '13 days' + make_date(left("period", 4)::int, 1, 1)
    + make_interval(months => coalesce(nullif(substr("period", 7), '')::int * 3, 12)))
  THEN
    RAISE EXCEPTION 'this period is not over' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "period_figures_come_once" ON "period_figures";
CREATE TRIGGER "period_figures_come_once" AFTER INSERT ON "period_figures"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "period_is_closed_once"();
