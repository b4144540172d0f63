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

-- What was still to be told about a case goes with it, and with the way to reach whoever has it. That nobody has
-- proven an address goes with the address.
CREATE OR REPLACE FUNCTION "calls_end_with_their_case"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW."contact_value" <> OLD."contact_value" THEN
    DELETE FROM "unproven_addresses" WHERE "case_id" = OLD."id";
  END IF;
  IF TG_OP = 'DELETE' OR NEW."contact_value" = '' THEN
    DELETE FROM "call_list_items" WHERE "case_id" = OLD."id" AND "done_at" IS NULL;
    -- Nobody is to be called again with what stays of those that were made.
    UPDATE "call_list_items" SET "ends_at" = "database_clock"() WHERE "case_id" = OLD."id";
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "proposals_end_their_calls" ON "proposals";
CREATE TRIGGER "proposals_end_their_calls" AFTER DELETE OR UPDATE OF "contact_value" ON "proposals"
  FOR EACH ROW EXECUTE FUNCTION "calls_end_with_their_case"();
DROP TRIGGER IF EXISTS "support_requests_end_their_calls" ON "support_requests";
CREATE TRIGGER "support_requests_end_their_calls" AFTER DELETE OR UPDATE OF "contact_value" ON "support_requests"
  FOR EACH ROW EXECUTE FUNCTION "calls_end_with_their_case"();
DROP TRIGGER IF EXISTS "registrations_end_their_calls" ON "registrations";
CREATE TRIGGER "registrations_end_their_calls" AFTER DELETE OR UPDATE OF "contact_value" ON "registrations"
  FOR EACH ROW EXECUTE FUNCTION "calls_end_with_their_case"();

-- Whoever has shown that an address is theirs has shown it for good, until the way to reach them is another one.
DROP TRIGGER IF EXISTS "unproven_addresses_stay_proven" ON "unproven_addresses";
CREATE TRIGGER "unproven_addresses_stay_proven" BEFORE UPDATE ON "unproven_addresses"
  FOR EACH ROW WHEN (OLD."proven_at" IS NOT NULL) EXECUTE FUNCTION "stays"('an address that was proven stays so');

-- What the office decided about a request by mistake goes back for a day, not longer: whoever asked has relied on it.
DROP TRIGGER IF EXISTS "support_requests_back_for_a_day" ON "support_requests";
CREATE TRIGGER "support_requests_back_for_a_day" BEFORE UPDATE OF "state" ON "support_requests"
  FOR EACH ROW WHEN (OLD."state_since" <= database_clock() - interval '24 hours'
    AND (OLD."state" IN ('COMPLETED', 'DECLINED') AND NEW."state" <> OLD."state"
      OR OLD."state" IN ('CONFIRMED', 'IN_PROGRESS', 'SETTLEMENT_DUE')
        AND NEW."state" IN ('RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION')
      OR OLD."state" IN ('IN_PROGRESS', 'SETTLEMENT_DUE') AND NEW."state" = 'CONFIRMED'
      OR OLD."state" = 'SETTLEMENT_DUE' AND NEW."state" = 'IN_PROGRESS'))
  EXECUTE FUNCTION "stays"('what was decided about a request for a day stays so');
