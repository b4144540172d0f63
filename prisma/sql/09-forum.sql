-- A room never gets more confirmed persons than it has seats, whatever the program does.
-- The session is locked first, so that two transactions cannot both count without the other's row;
-- FOR NO KEY UPDATE goes along with the key lock a new registration holds on its session.
CREATE OR REPLACE FUNCTION "check_forum_capacity"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  session uuid;
  seats integer;
  taken integer;
BEGIN
  IF TG_TABLE_NAME = 'forum_sessions' THEN session := NEW.id; ELSE session := NEW.session_id; END IF;
  SELECT capacity INTO seats FROM forum_sessions WHERE id = session FOR NO KEY UPDATE;
  IF seats IS NULL THEN RETURN NULL; END IF;
  SELECT coalesce(sum(persons), 0) INTO taken
    FROM registrations WHERE session_id = session AND state = 'CONFIRMED';
  IF taken > seats THEN
    RAISE EXCEPTION 'forum session % has % seats, not %', session, seats, taken
      USING ERRCODE = 'check_violation', CONSTRAINT = 'registrations_within_capacity';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "registrations_within_capacity" ON "registrations";
CREATE CONSTRAINT TRIGGER "registrations_within_capacity"
  AFTER INSERT OR UPDATE OF "persons", "state", "session_id" ON "registrations"
  DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW WHEN (NEW."state" = 'CONFIRMED') EXECUTE FUNCTION "check_forum_capacity"();
DROP TRIGGER IF EXISTS "forum_sessions_within_capacity" ON "forum_sessions";
CREATE CONSTRAINT TRIGGER "forum_sessions_within_capacity" AFTER UPDATE OF "capacity" ON "forum_sessions"
  DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW EXECUTE FUNCTION "check_forum_capacity"();

-- Minutes: what was handed over is not rewritten, what everybody reads is not taken back; the numbers in it are
-- corrected as every text of the office is, see "earlier_words_are_kept".
CREATE OR REPLACE FUNCTION "minutes_go_their_way"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF (OLD."minutes_state", NEW."minutes_state") NOT IN (
      ('NONE', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('DRAFT', 'UNCONFIRMED'), ('SUBMITTED', 'DRAFT'),
      ('SUBMITTED', 'CONFIRMED'), ('UNCONFIRMED', 'CONFIRMED'))
    AND OLD."minutes_state" <> NEW."minutes_state"
    OR OLD."minutes_state" = 'SUBMITTED'
      AND (NEW."attended", NEW."voting_residents") IS DISTINCT FROM (OLD."attended", OLD."voting_residents")
  THEN
    RAISE EXCEPTION 'the minutes are handed over' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "forum_sessions_minutes_go_their_way" ON "forum_sessions";
CREATE TRIGGER "forum_sessions_minutes_go_their_way" BEFORE UPDATE ON "forum_sessions"
  FOR EACH ROW EXECUTE FUNCTION "minutes_go_their_way"();

CREATE OR REPLACE FUNCTION "agenda_stays_in_minutes"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  -- Locked whatever it says, and asked after that: whoever is just handing them over is waited for.
  PERFORM 1 FROM "forum_sessions" WHERE "id" IN (OLD."session_id", NEW."session_id") FOR SHARE;
  IF EXISTS (
    SELECT 1 FROM "forum_sessions"
    WHERE "id" IN (OLD."session_id", NEW."session_id") AND "minutes_state" NOT IN ('NONE', 'DRAFT')
      -- What everybody reads already can lack something: it is added, and says when and why.
      AND NOT (TG_OP = 'INSERT' AND "minutes_state" IN ('UNCONFIRMED', 'CONFIRMED') AND NEW."raised_why" <> '')
      -- What was added is corrected as every text of the office is, see "earlier_words_are_kept"; it stays an addition.
      AND NOT (TG_OP = 'UPDATE' AND OLD."raised_why" <> '' AND NEW."raised_why" <> ''
        AND to_jsonb(NEW) - '{title,record,raised_why,version}'::text[] = to_jsonb(OLD) - '{title,record,raised_why,version}'::text[])
  ) THEN
    RAISE EXCEPTION 'the minutes are handed over' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

DROP TRIGGER IF EXISTS "agenda_items_stay_in_minutes" ON "agenda_items";
CREATE TRIGGER "agenda_items_stay_in_minutes" BEFORE INSERT OR UPDATE OR DELETE ON "agenda_items"
  FOR EACH ROW EXECUTE FUNCTION "agenda_stays_in_minutes"();

-- Nor is another proposal put to an item that was handed over as it is.
CREATE OR REPLACE FUNCTION "links_stay_in_minutes"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  item record;
BEGIN
  SELECT "session_id", "raised_why" INTO item FROM "agenda_items" WHERE "id" = NEW."agenda_item_id";
  -- Locked first, asked after that, as above.
  PERFORM 1 FROM "forum_sessions" WHERE "id" = item."session_id" FOR SHARE;
  IF item."raised_why" = '' AND EXISTS (SELECT FROM "forum_sessions"
    WHERE "id" = item."session_id" AND "minutes_state" NOT IN ('NONE', 'DRAFT'))
  THEN RAISE EXCEPTION 'the minutes are handed over' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "agenda_proposals_stay_in_minutes" ON "agenda_proposals";
CREATE TRIGGER "agenda_proposals_stay_in_minutes" BEFORE INSERT ON "agenda_proposals"
  FOR EACH ROW EXECUTE FUNCTION "links_stay_in_minutes"();

-- Nobody says of the Forum what it did in no session that took place.
CREATE OR REPLACE FUNCTION "forum_has_met"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  -- Locked first, asked after that: whoever is just taking its beginning back is waited for.
  PERFORM 1 FROM "forum_sessions" WHERE "id" = NEW."session_id" FOR SHARE;
  IF EXISTS (SELECT FROM forum_sessions WHERE id = NEW."session_id"
    AND "state" IN ('RUNNING', 'HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED'))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the Forum has not met' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "proposal_steps_by_forum_that_met" ON "proposal_steps";
CREATE TRIGGER "proposal_steps_by_forum_that_met" BEFORE INSERT ON "proposal_steps"
  FOR EACH ROW WHEN (NEW."by" = 'forum') EXECUTE FUNCTION "forum_has_met"();
DROP TRIGGER IF EXISTS "support_steps_after_forum_that_met" ON "support_steps";
CREATE TRIGGER "support_steps_after_forum_that_met" BEFORE INSERT OR UPDATE OF "session_id" ON "support_steps"
  FOR EACH ROW WHEN (NEW."session_id" IS NOT NULL) EXECUTE FUNCTION "forum_has_met"();

-- Nor that it recommended a request in a session that was over before the request came.
CREATE OR REPLACE FUNCTION "forum_met_after_the_request"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (SELECT FROM "forum_sessions" s JOIN "support_requests" r ON r."id" = NEW."request_id"
    WHERE s."id" = NEW."session_id" AND s."ends_at" < r."requested_at")
  THEN RAISE EXCEPTION 'the Forum met before it was asked' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "support_steps_after_the_request" ON "support_steps";
CREATE TRIGGER "support_steps_after_the_request" BEFORE INSERT OR UPDATE OF "session_id" ON "support_steps"
  FOR EACH ROW WHEN (NEW."session_id" IS NOT NULL) EXECUTE FUNCTION "forum_met_after_the_request"();

-- Nor that it recommended a request at no item of that session's agenda. Only with the item its name goes.
CREATE OR REPLACE FUNCTION "request_was_on_the_agenda"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."agenda_item_id" IS NULL AND NEW."session_id" = OLD."session_id"
    AND NOT EXISTS (SELECT FROM "agenda_items" WHERE "id" = OLD."agenda_item_id")
  THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT FROM "agenda_items" WHERE "id" = NEW."agenda_item_id" AND "session_id" = NEW."session_id")
  THEN RAISE EXCEPTION 'it was not on the agenda' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "support_steps_were_on_the_agenda" ON "support_steps";
CREATE TRIGGER "support_steps_were_on_the_agenda" BEFORE INSERT OR UPDATE OF "session_id", "agenda_item_id" ON "support_steps"
  FOR EACH ROW WHEN (NEW."session_id" IS NOT NULL OR NEW."agenda_item_id" IS NOT NULL)
  EXECUTE FUNCTION "request_was_on_the_agenda"();

-- What somebody was promised because the Forum recommended it at an item holds that, unless it was a mistake, as below.
CREATE OR REPLACE FUNCTION "recommended_items_stay"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (SELECT FROM "support_steps" s WHERE s."agenda_item_id" = OLD."id"
    AND NOT EXISTS (SELECT FROM "support_steps" n
      WHERE n."request_id" = s."request_id" AND (n."at", n."id") > (s."at", s."id")
        AND n."to" IN ('RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION')))
  THEN RAISE EXCEPTION 'the Forum recommended it there' USING ERRCODE = 'check_violation'; END IF;
  RETURN OLD;
END $$;

DROP TRIGGER IF EXISTS "agenda_items_recommended_stay" ON "agenda_items";
CREATE TRIGGER "agenda_items_recommended_stay" BEFORE DELETE ON "agenda_items"
  FOR EACH ROW EXECUTE FUNCTION "recommended_items_stay"();

-- What the Forum is said to have done in a session holds it: its beginning is not taken back any more. What was taken
-- back as a mistake holds nothing. A request says so by standing again where no promise was made yet.
CREATE OR REPLACE FUNCTION "sessions_named_have_met"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (SELECT FROM "proposal_steps" s WHERE s."session_id" = OLD."id" AND s."by" = 'forum'
      AND (SELECT n."step" FROM "proposal_steps" n
        WHERE n."proposal_id" = s."proposal_id" AND (n."at", n."id") > (s."at", s."id")
        ORDER BY n."at", n."id" LIMIT 1) IS DISTINCT FROM 'takeBack')
    OR EXISTS (SELECT FROM "support_steps" s WHERE s."session_id" = OLD."id"
      AND NOT EXISTS (SELECT FROM "support_steps" n
        WHERE n."request_id" = s."request_id" AND (n."at", n."id") > (s."at", s."id")
          AND n."to" IN ('RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION')))
  THEN RAISE EXCEPTION 'the Forum has met' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "forum_sessions_named_have_met" ON "forum_sessions";
CREATE TRIGGER "forum_sessions_named_have_met" BEFORE UPDATE OF "state" ON "forum_sessions"
  FOR EACH ROW WHEN (OLD."state" IN ('RUNNING', 'HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')
    AND NEW."state" NOT IN ('RUNNING', 'HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED'))
  EXECUTE FUNCTION "sessions_named_have_met"();

-- Nor what it did about a proposal that did not stand on the agenda of that session.
CREATE OR REPLACE FUNCTION "forum_had_it_before_it"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  -- Whoever is just taking it off the agenda is waited for.
  PERFORM pg_advisory_xact_lock(hashtextextended('agenda ' || NEW."proposal_id", 0));
  IF EXISTS (SELECT FROM "agenda_proposals" l JOIN "agenda_items" i ON i."id" = l."agenda_item_id"
    WHERE l."proposal_id" = NEW."proposal_id" AND i."session_id" = NEW."session_id")
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'it was not on the agenda' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "proposal_steps_were_on_the_agenda" ON "proposal_steps";
CREATE TRIGGER "proposal_steps_were_on_the_agenda" BEFORE INSERT ON "proposal_steps"
  FOR EACH ROW WHEN (NEW."by" = 'forum') EXECUTE FUNCTION "forum_had_it_before_it"();

-- What the Forum spoke of stays on its agenda, unless that was entered by mistake and taken back. Asked at the end of a transaction: an item that is saved is linked anew.
CREATE OR REPLACE FUNCTION "agenda_keeps_what_was_said"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  said uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('agenda ' || OLD."proposal_id", 0));
  FOR said IN SELECT DISTINCT s."session_id" FROM "proposal_steps" s
    WHERE s."by" = 'forum' AND s."proposal_id" = OLD."proposal_id"
      AND (SELECT n."step" FROM "proposal_steps" n
        WHERE n."proposal_id" = s."proposal_id" AND (n."at", n."id") > (s."at", s."id")
        ORDER BY n."at", n."id" LIMIT 1) IS DISTINCT FROM 'takeBack'
  LOOP
    IF NOT EXISTS (SELECT FROM "agenda_proposals" l JOIN "agenda_items" i ON i."id" = l."agenda_item_id"
      WHERE l."proposal_id" = OLD."proposal_id" AND i."session_id" = said)
    THEN RAISE EXCEPTION 'the Forum spoke of it' USING ERRCODE = 'check_violation'; END IF;
  END LOOP;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "agenda_proposals_keep_what_was_said" ON "agenda_proposals";
CREATE CONSTRAINT TRIGGER "agenda_proposals_keep_what_was_said" AFTER DELETE ON "agenda_proposals"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "agenda_keeps_what_was_said"();

-- What was called off was told to everybody as of its day: it stays so, and a Forum that is made up for is another one.
CREATE OR REPLACE FUNCTION "called_off_stays"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  RAISE EXCEPTION 'the Forum is called off' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "forum_sessions_called_off_stay" ON "forum_sessions";
CREATE TRIGGER "forum_sessions_called_off_stay"
  BEFORE UPDATE OF "state", "local_date", "starts_at", "ends_at" ON "forum_sessions"
  FOR EACH ROW WHEN (OLD."state" = 'CANCELLED' AND (NEW."state", NEW."local_date", NEW."starts_at", NEW."ends_at")
    IS DISTINCT FROM (OLD."state", OLD."local_date", OLD."starts_at", OLD."ends_at"))
  EXECUTE FUNCTION "called_off_stays"();

-- A Forum of which something is written down took place: nobody calls it off any more, nor the other way round. Minutes
-- that were only opened say nothing, and a task nobody goes on with holds nothing.
CREATE OR REPLACE FUNCTION "what_took_place_is_not_called_off"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF NEW."attended" IS NOT NULL OR NEW."minutes_state" NOT IN ('NONE', 'DRAFT')
    OR NEW."minutes_state" <> OLD."minutes_state"
    OR EXISTS (SELECT FROM "decisions" WHERE "session_id" = NEW."id")
    OR EXISTS (SELECT FROM "agenda_items" WHERE "session_id" = NEW."id" AND "record" <> '')
    OR EXISTS (SELECT FROM "forum_tasks" WHERE "session_id" = NEW."id" AND "drop_reason" = '')
  THEN RAISE EXCEPTION 'the Forum has met' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "forum_sessions_that_met_stay" ON "forum_sessions";
CREATE TRIGGER "forum_sessions_that_met_stay" BEFORE UPDATE OF "state", "attended", "minutes_state" ON "forum_sessions"
  FOR EACH ROW WHEN (NEW."state" IN ('CANCELLED', 'POSTPONED') AND (NEW."state", NEW."attended", NEW."minutes_state")
    IS DISTINCT FROM (OLD."state", OLD."attended", OLD."minutes_state"))
  EXECUTE FUNCTION "what_took_place_is_not_called_off"();

-- Nor does a Forum that was called off or has no day recommend anything, ask somebody to do something, or have minutes.
CREATE OR REPLACE FUNCTION "forum_called_off_says_nothing"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  -- Locked first, asked after that: whoever is just calling it off is waited for.
  PERFORM 1 FROM "forum_sessions" WHERE "id" = NEW."session_id" FOR SHARE;
  IF EXISTS (SELECT FROM "forum_sessions" WHERE "id" = NEW."session_id" AND "state" IN ('CANCELLED', 'POSTPONED'))
  THEN RAISE EXCEPTION 'the Forum has not met' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "decisions_of_a_forum_that_met" ON "decisions";
CREATE TRIGGER "decisions_of_a_forum_that_met" BEFORE INSERT ON "decisions"
  FOR EACH ROW EXECUTE FUNCTION "forum_called_off_says_nothing"();
DROP TRIGGER IF EXISTS "forum_tasks_of_a_forum_that_met" ON "forum_tasks";
CREATE TRIGGER "forum_tasks_of_a_forum_that_met" BEFORE INSERT ON "forum_tasks"
  FOR EACH ROW EXECUTE FUNCTION "forum_called_off_says_nothing"();
DROP TRIGGER IF EXISTS "forum_tasks_taken_up_by_a_forum_that_met" ON "forum_tasks";
CREATE TRIGGER "forum_tasks_taken_up_by_a_forum_that_met" BEFORE UPDATE OF "drop_reason" ON "forum_tasks"
  FOR EACH ROW WHEN (OLD."drop_reason" <> '' AND NEW."drop_reason" = '') EXECUTE FUNCTION "forum_called_off_says_nothing"();
DROP TRIGGER IF EXISTS "agenda_items_recorded_by_a_forum_that_met" ON "agenda_items";
CREATE TRIGGER "agenda_items_recorded_by_a_forum_that_met" BEFORE INSERT OR UPDATE OF "record" ON "agenda_items"
  FOR EACH ROW WHEN (NEW."record" <> '') EXECUTE FUNCTION "forum_called_off_says_nothing"();
