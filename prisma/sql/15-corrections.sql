-- What was typed and is corrected keeps what it said before, and why.

DROP TRIGGER IF EXISTS "corrections_stay" ON "corrections";
CREATE TRIGGER "corrections_stay" BEFORE UPDATE ON "corrections"
  FOR EACH ROW EXECUTE FUNCTION "is_only_emptied"('earlier', 'a correction is not rewritten');

DROP TRIGGER IF EXISTS "corrections_are_kept" ON "corrections";
-- Those about a call go with the call.
CREATE TRIGGER "corrections_are_kept" BEFORE DELETE ON "corrections"
  FOR EACH ROW WHEN (OLD."kind" <> 'CALL') EXECUTE FUNCTION "stays"('a correction stays');

-- Earlier words of a text that is gone, or was taken back, are read by nobody.
CREATE OR REPLACE FUNCTION "earlier_words_go_along"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  UPDATE "corrections" SET "earlier" = '{}' WHERE "subject_id" = OLD."id";
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "proposals_take_earlier_words_along" ON "proposals";
CREATE TRIGGER "proposals_take_earlier_words_along" AFTER DELETE ON "proposals"
  FOR EACH ROW EXECUTE FUNCTION "earlier_words_go_along"();
DROP TRIGGER IF EXISTS "proposals_withdraw_earlier_words" ON "proposals";
CREATE TRIGGER "proposals_withdraw_earlier_words" AFTER UPDATE OF "state", "body" ON "proposals"
  FOR EACH ROW WHEN (NEW."state" = 'WITHDRAWN' OR NEW."body" = '') EXECUTE FUNCTION "earlier_words_go_along"();

-- The version was counted before: of two who saw the same, one has taken it. The kind and its columns are named by
-- the trigger: what is kept of another kind may go, and then nothing would be kept.
CREATE OR REPLACE FUNCTION "earlier_words_are_kept"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  changed jsonb;
BEGIN
  SELECT jsonb_object_agg(column_name, to_jsonb(OLD) -> column_name) INTO changed
    FROM unnest(TG_ARGV[1:]) AS named (column_name)
    WHERE to_jsonb(NEW) -> column_name IS DISTINCT FROM to_jsonb(OLD) -> column_name;
  IF changed IS NULL OR EXISTS (SELECT FROM corrections WHERE "subject_id" = OLD."id"
    AND "version" = OLD."version" - 1 AND "kind"::text = TG_ARGV[0] AND "earlier" @> changed)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'what stood there before is not kept' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "decisions_keep_earlier_words" ON "decisions";
CREATE TRIGGER "decisions_keep_earlier_words" BEFORE UPDATE ON "decisions"
  FOR EACH ROW EXECUTE FUNCTION "earlier_words_are_kept"('DECISION', 'text', 'agenda_no');
DROP TRIGGER IF EXISTS "forum_tasks_keep_earlier_words" ON "forum_tasks";
CREATE TRIGGER "forum_tasks_keep_earlier_words" BEFORE UPDATE ON "forum_tasks"
  FOR EACH ROW EXECUTE FUNCTION "earlier_words_are_kept"('FORUM_TASK', 'text', 'assignee', 'due_on');
DROP TRIGGER IF EXISTS "agenda_items_keep_earlier_words" ON "agenda_items";
-- Until minutes are handed over an agenda is written anew as often as it takes; this was added to what everybody reads.
CREATE TRIGGER "agenda_items_keep_earlier_words" BEFORE UPDATE ON "agenda_items"
  FOR EACH ROW WHEN (OLD."raised_why" <> '')
  EXECUTE FUNCTION "earlier_words_are_kept"('AGENDA_ITEM', 'title', 'record', 'raised_why');
DROP TRIGGER IF EXISTS "statements_keep_earlier_words" ON "statements";
CREATE TRIGGER "statements_keep_earlier_words" BEFORE UPDATE ON "statements"
  FOR EACH ROW EXECUTE FUNCTION "earlier_words_are_kept"('STATEMENT', 'plain_text', 'text', 'result');
DROP TRIGGER IF EXISTS "forum_sessions_keep_earlier_numbers" ON "forum_sessions";
CREATE TRIGGER "forum_sessions_keep_earlier_numbers" BEFORE UPDATE ON "forum_sessions"
  FOR EACH ROW WHEN (OLD."minutes_state" IN ('UNCONFIRMED', 'CONFIRMED'))
  EXECUTE FUNCTION "earlier_words_are_kept"('TURNOUT', 'attended', 'voting_residents');
DROP TRIGGER IF EXISTS "forum_sessions_keep_earlier_words" ON "forum_sessions";
-- With a new date, or called off after it was put off, it has no reason any more or another one.
CREATE TRIGGER "forum_sessions_keep_earlier_words" BEFORE UPDATE ON "forum_sessions"
  FOR EACH ROW WHEN (OLD."state" IN ('CANCELLED', 'POSTPONED') AND NEW."state" = OLD."state")
  EXECUTE FUNCTION "earlier_words_are_kept"('SESSION_OFF', 'call_off_reason');
DROP TRIGGER IF EXISTS "proposal_steps_keep_earlier_words" ON "proposal_steps";
-- What was said between the office and one person is emptied, and nothing of it is kept.
CREATE TRIGGER "proposal_steps_keep_earlier_words" BEFORE UPDATE ON "proposal_steps"
  FOR EACH ROW WHEN (NEW."note" <> '') EXECUTE FUNCTION "earlier_words_are_kept"('STEP_NOTE', 'note');
DROP TRIGGER IF EXISTS "proposal_steps_take_earlier_words_along" ON "proposal_steps";
CREATE TRIGGER "proposal_steps_take_earlier_words_along" AFTER DELETE ON "proposal_steps"
  FOR EACH ROW EXECUTE FUNCTION "earlier_words_go_along"();
DROP TRIGGER IF EXISTS "poll_notes_keep_earlier_words" ON "poll_notes";
CREATE TRIGGER "poll_notes_keep_earlier_words" BEFORE UPDATE ON "poll_notes"
  FOR EACH ROW EXECUTE FUNCTION "earlier_words_are_kept"('POLL_NOTE', 'text');
DROP TRIGGER IF EXISTS "polls_keep_earlier_words" ON "polls";
CREATE TRIGGER "polls_keep_earlier_words" BEFORE UPDATE ON "polls"
  FOR EACH ROW WHEN (OLD."state" = 'CANCELLED') EXECUTE FUNCTION "earlier_words_are_kept"('POLL_STOP', 'cancel_reason');
DROP TRIGGER IF EXISTS "proposals_keep_earlier_words" ON "proposals";
-- Before it is published another wording can be agreed with whoever wrote it, see "proposal_wordings"; whoever takes
-- it back may take its words along.
CREATE TRIGGER "proposals_keep_earlier_words" BEFORE UPDATE ON "proposals"
  FOR EACH ROW WHEN (OLD."published_at" IS NOT NULL AND OLD."on_behalf" AND NOT (NEW."state" = 'WITHDRAWN'
    AND NEW."title" = OLD."title" AND NEW."body" IN (OLD."body", '') AND NEW."place" IN (OLD."place", '')))
  EXECUTE FUNCTION "earlier_words_are_kept"('PROPOSAL', 'title', 'body', 'place');

DROP TRIGGER IF EXISTS "proposals_own_words_stay" ON "proposals";
CREATE TRIGGER "proposals_own_words_stay" BEFORE UPDATE ON "proposals"
  FOR EACH ROW WHEN (OLD."published_at" IS NOT NULL AND (NEW."on_behalf" <> OLD."on_behalf" OR NOT OLD."on_behalf"
    AND (NEW."title", NEW."body", NEW."place") IS DISTINCT FROM (OLD."title", OLD."body", OLD."place")
    AND NOT (NEW."state" = 'WITHDRAWN' AND NEW."title" = OLD."title" AND NEW."body" IN (OLD."body", '')
      AND NEW."place" IN (OLD."place", ''))))
  EXECUTE FUNCTION "stays"('what somebody wrote themselves stays as it came');
