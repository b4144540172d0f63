-- Stops of a round come one after the other: none begins before an earlier one ends. The round is locked first, so that
-- two transactions cannot both look without the other's row.

CREATE OR REPLACE FUNCTION "outreach_stops_in_order"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM 1 FROM "outreach_rounds" WHERE "id" = NEW."round_id" FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM "outreach_stops" AS "earlier" JOIN "outreach_stops" AS "later" USING ("round_id")
    WHERE "round_id" = NEW."round_id" AND "later"."position" > "earlier"."position"
      AND "later"."local_start" < "earlier"."local_end")
  THEN
    RAISE EXCEPTION 'stops of a round come one after the other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'outreach_stops_in_order';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "outreach_stops_in_order" ON "outreach_stops";
CREATE CONSTRAINT TRIGGER "outreach_stops_in_order" AFTER INSERT OR UPDATE ON "outreach_stops"
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION "outreach_stops_in_order"();
