-- Files in the store belong to the row that names them. It can only name one that lies there; when it goes
-- or names another, nothing names the file any more, and the sweep removes it. The trigger says the column.
CREATE OR REPLACE FUNCTION "keeps_its_file"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "before" uuid;
  "after" uuid;
BEGIN
  IF TG_OP <> 'INSERT' THEN "before" := to_jsonb(OLD) ->> TG_ARGV[0]; END IF;
  IF TG_OP <> 'DELETE' THEN "after" := to_jsonb(NEW) ->> TG_ARGV[0]; END IF;
  IF "before" IS NOT DISTINCT FROM "after" THEN RETURN NULL; END IF;
  IF "after" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "stored_files" WHERE "id" = "after" AND "kept_at" IS NOT NULL AND "freed_at" IS NULL
  ) THEN
    RAISE EXCEPTION 'this file does not lie in the store' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE "stored_files" SET "freed_at" = "database_clock"() WHERE "id" = "before";
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "funders_keep_their_file" ON "funders";
CREATE TRIGGER "funders_keep_their_file" AFTER INSERT OR UPDATE OR DELETE ON "funders"
  FOR EACH ROW EXECUTE FUNCTION "keeps_its_file"('logo_id');

-- The certificate goes with whoever is not named at the meeting any more, and with their account.
DROP TRIGGER IF EXISTS "staff_meeting_people_keep_their_file" ON "staff_meeting_people";
CREATE TRIGGER "staff_meeting_people_keep_their_file" AFTER INSERT OR UPDATE OR DELETE ON "staff_meeting_people"
  FOR EACH ROW EXECUTE FUNCTION "keeps_its_file"('certificate_id');
