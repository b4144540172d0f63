-- A transaction that goes on seeing what was before would let polls, boxes and rolls be changed by what is
-- no longer so: whoever is called off would keep ballots that came in meanwhile.
CREATE FUNCTION "sees_what_is_committed"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'this is written by whoever sees what is committed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION "sees_what_is_committed"() FROM PUBLIC;

DO $$
DECLARE
  "guarded" text;
BEGIN
  FOREACH "guarded" IN ARRAY ARRAY['polls', 'poll_options', 'roll_entries', 'ballots', 'ballot_receipts', 'count_sheets',
    'users', 'audit_entries', 'proposals', 'proposal_steps', 'forum_sessions', 'agenda_items'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT '
      'EXECUTE FUNCTION "sees_what_is_committed"()', "guarded" || '_see_what_is_committed', "guarded");
  END LOOP;
END $$;

-- Times without a zone and days of an interval mean the same whatever the session says about its zone.
DO $$
DECLARE
  "ours" regprocedure;
BEGIN
  FOR "ours" IN
    SELECT "oid" FROM "pg_proc" WHERE "pronamespace" = 'public'::regnamespace AND "proowner" = current_user::regrole
      AND "proname" <> 'database_clock'
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET timezone = %L', "ours", 'UTC');
  END LOOP;
END $$;
