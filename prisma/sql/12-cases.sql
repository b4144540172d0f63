-- Promises to answer: what was promised, and what became of it, is not rewritten.

CREATE OR REPLACE FUNCTION "promises_stay"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF OLD."answered_at" IS NULL AND OLD."ended_at" IS NULL
    AND to_jsonb(NEW) - 'answered_at' - 'ended_at' = to_jsonb(OLD) - 'answered_at' - 'ended_at'
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a promise is not rewritten' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "answer_promises_stay" ON "answer_promises";
CREATE TRIGGER "answer_promises_stay" BEFORE UPDATE ON "answer_promises"
  FOR EACH ROW EXECUTE FUNCTION "promises_stay"();
