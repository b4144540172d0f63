-- Who was told something was told what stood there when they were called: whoever ticks off other words learns it.

CREATE OR REPLACE FUNCTION "call_wordings_are_counted"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  NEW."wording" := OLD."wording" + 1;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "call_wordings_are_counted" ON "call_list_items";
CREATE TRIGGER "call_wordings_are_counted" BEFORE UPDATE ON "call_list_items"
  FOR EACH ROW WHEN ((NEW."kind", NEW."contact", NEW."subject", NEW."message")
    IS DISTINCT FROM (OLD."kind", OLD."contact", OLD."subject", OLD."message"))
  EXECUTE FUNCTION "call_wordings_are_counted"();
