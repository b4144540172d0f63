-- The audit goes after twelve months and not before.
CREATE OR REPLACE FUNCTION "forget_audit"() RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  DELETE FROM "audit_entries" WHERE "at" < "database_clock"() - interval '365 days'
$$;
