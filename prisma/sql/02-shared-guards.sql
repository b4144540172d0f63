-- Guards that stand on tables of more than one subject.

-- Set once and never again: named by the trigger.
CREATE OR REPLACE FUNCTION "stays_once_set"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL
    AND to_jsonb(NEW) ->> TG_ARGV[0] IS DISTINCT FROM to_jsonb(OLD) ->> TG_ARGV[0]
  THEN
    RAISE EXCEPTION 'this was settled before' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Not at all, as the trigger says it.
CREATE OR REPLACE FUNCTION "stays"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation';
END $$;

-- One column can be emptied, and nothing else.
CREATE OR REPLACE FUNCTION "is_only_emptied"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF to_jsonb(NEW) ->> TG_ARGV[0] IN ('', '{}') AND to_jsonb(NEW) - TG_ARGV[0] = to_jsonb(OLD) - TG_ARGV[0]
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION '%', TG_ARGV[1] USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "poll_options_withdrawn_once" ON "poll_options";
CREATE TRIGGER "poll_options_withdrawn_once" BEFORE UPDATE OF "withdrawn_at" ON "poll_options"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('withdrawn_at');
DROP TRIGGER IF EXISTS "proposals_published_once" ON "proposals";
-- Published by mistake it can be taken back for a day, as long as nothing else has become of it.
CREATE TRIGGER "proposals_published_once" BEFORE UPDATE OF "published_at" ON "proposals"
  FOR EACH ROW WHEN (NEW."published_at" IS NOT NULL OR OLD."state" <> 'PUBLISHED'
    OR NEW."state" <> 'UNDER_REVIEW' OR OLD."published_at" <= database_clock() - interval '24 hours')
  EXECUTE FUNCTION "stays_once_set"('published_at');
DROP TRIGGER IF EXISTS "handovers_closed_once" ON "handovers";
CREATE TRIGGER "handovers_closed_once" BEFORE UPDATE OF "closed_at" ON "handovers"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('closed_at');
DROP TRIGGER IF EXISTS "handovers_sent_once" ON "handovers";
CREATE TRIGGER "handovers_sent_once" BEFORE UPDATE OF "sent_at" ON "handovers"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('sent_at');
DROP TRIGGER IF EXISTS "handovers_sent_one_way" ON "handovers";
CREATE TRIGGER "handovers_sent_one_way" BEFORE UPDATE OF "sent_how" ON "handovers"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('sent_how');
DROP TRIGGER IF EXISTS "signature_lists_struck_once" ON "signature_lists";
CREATE TRIGGER "signature_lists_struck_once" BEFORE UPDATE OF "struck_at" ON "signature_lists"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('struck_at');

-- A transaction that goes on seeing what was before would let polls, boxes and rolls be changed by what is
-- no longer so: whoever is called off would keep ballots that came in meanwhile.
CREATE OR REPLACE FUNCTION "sees_what_is_committed"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'this is written by whoever sees what is committed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "polls_see_what_is_committed" ON "polls";
CREATE TRIGGER "polls_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "polls"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "poll_options_see_what_is_committed" ON "poll_options";
CREATE TRIGGER "poll_options_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "poll_options"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "poll_stops_see_what_is_committed" ON "poll_stops";
CREATE TRIGGER "poll_stops_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "poll_stops"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "roll_entries_see_what_is_committed" ON "roll_entries";
CREATE TRIGGER "roll_entries_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "roll_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "ballots_see_what_is_committed" ON "ballots";
CREATE TRIGGER "ballots_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "ballots"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "ballot_receipts_see_what_is_committed" ON "ballot_receipts";
CREATE TRIGGER "ballot_receipts_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "ballot_receipts"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "count_sheets_see_what_is_committed" ON "count_sheets";
CREATE TRIGGER "count_sheets_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "count_sheets"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "users_see_what_is_committed" ON "users";
CREATE TRIGGER "users_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "users"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "audit_entries_see_what_is_committed" ON "audit_entries";
CREATE TRIGGER "audit_entries_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "proposals_see_what_is_committed" ON "proposals";
CREATE TRIGGER "proposals_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "proposals"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "proposal_steps_see_what_is_committed" ON "proposal_steps";
CREATE TRIGGER "proposal_steps_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "proposal_steps"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "forum_sessions_see_what_is_committed" ON "forum_sessions";
CREATE TRIGGER "forum_sessions_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "forum_sessions"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();
DROP TRIGGER IF EXISTS "agenda_items_see_what_is_committed" ON "agenda_items";
CREATE TRIGGER "agenda_items_see_what_is_committed" BEFORE INSERT OR UPDATE OR DELETE ON "agenda_items"
  FOR EACH STATEMENT EXECUTE FUNCTION "sees_what_is_committed"();

-- A funder that was removed comes back for a day, not longer: then its logo may be gone.
DROP TRIGGER IF EXISTS "funders_back_for_a_day" ON "funders";
CREATE TRIGGER "funders_back_for_a_day" BEFORE UPDATE OF "removed_at" ON "funders"
  FOR EACH ROW WHEN (NEW."removed_at" IS NULL AND OLD."removed_at" <= "database_clock"() - interval '24 hours')
  EXECUTE FUNCTION "stays"('what was removed for a day stays so');
