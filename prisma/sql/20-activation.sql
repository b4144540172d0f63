-- Ways to activate people: what state follows which, and what must have happened for it.

CREATE OR REPLACE FUNCTION "activation_format_goes_its_way"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."state" NOT IN ('IDEA', 'CONCEPT') THEN
      RAISE EXCEPTION 'a format begins as an idea or a concept' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  -- By mistake: for a day it goes back to where it stood.
  IF OLD."decided_at" > "database_clock"() - interval '24 hours' AND NEW."decided_at" IS NULL
    AND NEW."state" = OLD."decided_from"
    AND to_jsonb(NEW) - ARRAY['state', 'reason', 'decided_at', 'decided_by', 'decided_from', 'published', 'version']
      = to_jsonb(OLD) - ARRAY['state', 'reason', 'decided_at', 'decided_by', 'decided_from', 'published', 'version']
  THEN RETURN NEW; END IF;
  IF OLD."decided_at" IS NOT NULL
    AND to_jsonb(NEW) - ARRAY['published', 'public_name', 'public_text', 'public_learnt', 'version']
      <> to_jsonb(OLD) - ARRAY['published', 'public_name', 'public_text', 'public_learnt', 'version']
  THEN
    RAISE EXCEPTION 'what was decided about a format stays' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" <> OLD."state" AND (OLD."state"::text || ' ' || NEW."state"::text) <> ALL (ARRAY[
    'IDEA CONCEPT', 'IDEA DISCARDED', 'CONCEPT IN_TRIAL', 'CONCEPT DISCARDED', 'IN_TRIAL CONCEPT', 'IN_TRIAL EVALUATED',
    'IN_TRIAL DISCARDED', 'EVALUATED IN_TRIAL', 'EVALUATED ESTABLISHED', 'EVALUATED ADJUSTED', 'EVALUATED DISCARDED'])
  THEN
    RAISE EXCEPTION 'a format does not go this way' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."state" = 'EVALUATED' AND NEW."state" = 'EVALUATED' AND NEW."goal" <> OLD."goal" THEN
    RAISE EXCEPTION 'the goal that was evaluated stays' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" = 'IN_TRIAL' AND NOT EXISTS (SELECT 1 FROM "activation_trials" WHERE "format_id" = NEW."id") THEN
    RAISE EXCEPTION 'nobody tries this format' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."state" IN ('EVALUATED', 'ESTABLISHED', 'ADJUSTED') AND NOT EXISTS (
    SELECT 1 FROM "activation_trials" JOIN "activation_evaluations" USING ("format_id")
    WHERE "format_id" = NEW."id" AND "reached" IS NOT NULL)
  THEN
    RAISE EXCEPTION 'no trial of this format was evaluated' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "activation_formats_go_their_way" ON "activation_formats";
CREATE TRIGGER "activation_formats_go_their_way" BEFORE INSERT OR UPDATE ON "activation_formats"
  FOR EACH ROW EXECUTE FUNCTION "activation_format_goes_its_way"();

-- What was learnt stays. Only the edition that was made of what was adjusted by mistake goes again, as it was made.
DROP TRIGGER IF EXISTS "activation_formats_stay" ON "activation_formats";
CREATE TRIGGER "activation_formats_stay" BEFORE DELETE ON "activation_formats"
  FOR EACH ROW WHEN (OLD."state" <> 'CONCEPT' OR OLD."version" <> 0 OR OLD."follows_id" IS NULL
    OR OLD."created_at" <= "database_clock"() - interval '24 hours')
  EXECUTE FUNCTION "stays"('what was learnt stays');

-- Whoever changes a trial waits for whoever is moving its format, and the other way round.
CREATE OR REPLACE FUNCTION "activation_trial_stays"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  moved "activation_formats";
BEGIN
  SELECT * INTO moved FROM "activation_formats" WHERE "id" = coalesce(NEW."format_id", OLD."format_id") FOR SHARE;
  IF TG_OP = 'UPDATE' THEN
    -- What people said is struck out, or forgotten when its time is over; a form that still shows it is late then.
    IF NEW."quotes" IN ('', OLD."quotes") AND to_jsonb(NEW) - ARRAY['quotes', 'version'] = to_jsonb(OLD) - ARRAY['quotes', 'version']
    THEN RETURN NEW; END IF;
    IF NEW."format_id" <> OLD."format_id" THEN
      RAISE EXCEPTION 'a trial is of one format' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF moved."decided_at" IS NOT NULL OR (moved."state" = 'EVALUATED' AND TG_OP <> 'INSERT') THEN
    RAISE EXCEPTION 'what was evaluated stays' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' AND moved."state" = 'IN_TRIAL' AND NOT EXISTS (
    SELECT 1 FROM "activation_trials" WHERE "format_id" = OLD."format_id" AND "id" <> OLD."id")
  THEN
    RAISE EXCEPTION 'nobody tries this format' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

DROP TRIGGER IF EXISTS "activation_trials_stay" ON "activation_trials";
CREATE TRIGGER "activation_trials_stay" BEFORE INSERT OR UPDATE OR DELETE ON "activation_trials"
  FOR EACH ROW EXECUTE FUNCTION "activation_trial_stays"();

CREATE OR REPLACE FUNCTION "activation_evaluation_stays"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  moved "activation_formats";
BEGIN
  SELECT * INTO moved FROM "activation_formats" WHERE "id" = coalesce(NEW."format_id", OLD."format_id") FOR SHARE;
  IF moved."decided_at" IS NOT NULL OR (moved."state" = 'EVALUATED' AND TG_OP = 'DELETE') THEN
    RAISE EXCEPTION 'what was evaluated stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

DROP TRIGGER IF EXISTS "activation_evaluations_stay" ON "activation_evaluations";
CREATE TRIGGER "activation_evaluations_stay" BEFORE INSERT OR UPDATE OR DELETE ON "activation_evaluations"
  FOR EACH ROW EXECUTE FUNCTION "activation_evaluation_stays"();

-- What was asked stays as it was answered.
CREATE OR REPLACE FUNCTION "activation_question_stays"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "activation_surveys" WHERE "id" = coalesce(NEW."survey_id", OLD."survey_id") AND "opened") THEN
    RAISE EXCEPTION 'what was asked stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

DROP TRIGGER IF EXISTS "activation_questions_stay" ON "activation_questions";
CREATE TRIGGER "activation_questions_stay" BEFORE INSERT OR UPDATE OR DELETE ON "activation_questions"
  FOR EACH ROW EXECUTE FUNCTION "activation_question_stays"();

CREATE OR REPLACE FUNCTION "activation_answer_is_asked_for"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "activation_surveys" WHERE "id" = NEW."survey_id" AND "opened" AND NOT "finished") THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'nobody asks this' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "activation_answers_are_asked_for" ON "activation_answers";
CREATE TRIGGER "activation_answers_are_asked_for" BEFORE INSERT ON "activation_answers"
  FOR EACH ROW EXECUTE FUNCTION "activation_answer_is_asked_for"();
DROP TRIGGER IF EXISTS "activation_invitations_are_asked_for" ON "activation_invitations";
CREATE TRIGGER "activation_invitations_are_asked_for" BEFORE INSERT ON "activation_invitations"
  FOR EACH ROW EXECUTE FUNCTION "activation_answer_is_asked_for"();

-- An opened survey stays, and a finished one finished: its answers belong to its questions and are read together. Only as
-- long as nobody answered and nobody wants to be invited it can be a draft again; and for a day, as long as nobody was told
-- or invited, sheets that were forgotten still come to it.
CREATE OR REPLACE FUNCTION "activation_survey_stays_open"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF NEW."opened" AND OLD."told_at" IS NULL AND OLD."invited_at" IS NULL
    AND OLD."finished_at" > "database_clock"() - interval '24 hours'
  THEN
    RETURN NEW;
  END IF;
  IF OLD."finished"
    OR EXISTS (SELECT FROM "activation_answers" WHERE "survey_id" = OLD."id")
    OR EXISTS (SELECT FROM "activation_invitations" WHERE "survey_id" = OLD."id") THEN
    RAISE EXCEPTION 'a survey that was answered or finished stays so' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "activation_surveys_stay_open" ON "activation_surveys";
CREATE TRIGGER "activation_surveys_stay_open" BEFORE UPDATE OF "opened", "finished" ON "activation_surveys"
  FOR EACH ROW WHEN ((OLD."opened" AND NOT NEW."opened") OR (OLD."finished" AND NOT NEW."finished"))
  EXECUTE FUNCTION "activation_survey_stays_open"();
-- Whoever has read answers once would see whose the one is that comes alone after that: nobody answers on the web any more.
CREATE OR REPLACE FUNCTION "activation_survey_was_read"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF OLD."finished_at" IS NOT NULL AND NEW."ends_on" IS DISTINCT FROM OLD."ends_on" THEN
    RAISE EXCEPTION 'the days of a survey that was read stay' USING ERRCODE = 'check_violation';
  END IF;
  NEW."finished_at" := CASE WHEN NEW."finished" AND NOT OLD."finished" THEN "database_clock"() ELSE OLD."finished_at" END;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS "activation_surveys_were_read" ON "activation_surveys";
CREATE TRIGGER "activation_surveys_were_read" BEFORE UPDATE ON "activation_surveys"
  FOR EACH ROW EXECUTE FUNCTION "activation_survey_was_read"();
DROP TRIGGER IF EXISTS "activation_surveys_stay" ON "activation_surveys";
CREATE TRIGGER "activation_surveys_stay" BEFORE DELETE ON "activation_surveys"
  FOR EACH ROW WHEN (OLD."opened") EXECUTE FUNCTION "stays"('what was asked stays');

-- Nobody is invited twice.
DROP TRIGGER IF EXISTS "activation_surveys_invited_once" ON "activation_surveys";
CREATE TRIGGER "activation_surveys_invited_once" BEFORE UPDATE OF "invited_at" ON "activation_surveys"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('invited_at');

DROP TRIGGER IF EXISTS "activation_photos_keep_their_file" ON "activation_photos";
CREATE TRIGGER "activation_photos_keep_their_file" AFTER INSERT OR UPDATE OR DELETE ON "activation_photos"
  FOR EACH ROW EXECUTE FUNCTION "keeps_its_file"('file_id');
