-- The wall around the counselling: what its role sees follows from what its transaction has proven.
-- lib/decisions/0024-counselling-behind-a-wall.md

-- Whether the wall stands. Without it the program keeps the appointments switched off.
CREATE OR REPLACE FUNCTION "counselling"."is_up"() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (
    SELECT FROM "counselling"."wall" "w"
    JOIN pg_roles "app" ON "app".rolname = "w"."app_role"
    JOIN pg_roles "own" ON "own".rolname = "w"."own_role"
    JOIN pg_namespace "n" ON "n".nspname = 'counselling'
    WHERE "own".rolname = session_user AND "own".oid <> "app".oid
      AND NOT EXISTS (
        SELECT FROM pg_roles "r" WHERE "r".oid IN ("app".oid, "own".oid)
          AND (rolsuper OR rolbypassrls OR rolreplication OR rolcreaterole
            OR pg_has_role("r".oid, "n".nspowner, 'MEMBER'))
      )
      -- Also of a role whose rights they have only after taking it on.
      AND NOT EXISTS (SELECT FROM pg_auth_members WHERE member IN ("app".oid, "own".oid))
      AND NOT has_schema_privilege("app".oid, "n".oid, 'USAGE')
      AND NOT EXISTS (
        SELECT FROM pg_class "c" WHERE relnamespace = "n".oid AND relkind = 'r' AND NOT relrowsecurity
      )
      AND NOT EXISTS (
        SELECT FROM pg_class "c" WHERE relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'graphile_worker'))
          -- What belongs to an extension, such as figures of the server, is none of the house's.
          AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = "c".oid AND deptype = 'e')
          AND relkind IN ('r', 'p', 'v', 'm') AND (has_any_column_privilege("own".oid, "c".oid, 'SELECT, INSERT, UPDATE')
            OR has_table_privilege("own".oid, "c".oid, 'DELETE, TRUNCATE'))
      )
      -- Saying which key opens a desk is the other side's.
      AND NOT has_function_privilege("own".oid, 'open_counselling_desk(uuid, text)', 'EXECUTE')
      AND NOT EXISTS (
        SELECT FROM pg_class "c" WHERE relnamespace = "n".oid AND relkind IN ('r', 'p', 'v', 'm')
          AND (has_any_column_privilege("app".oid, "c".oid, 'SELECT, INSERT, UPDATE')
            OR has_table_privilege("app".oid, "c".oid, 'DELETE, TRUNCATE'))
      )
  )
$$;

-- Whose session it is while it works in an area: signed in, second factor given, with a role of it. Whoever has roles of
-- both is in the office until they chose the counselling. Everything that is proven by a session is proven here.
CREATE OR REPLACE FUNCTION "counselling"."works_in"("p_session" uuid, "p_area" text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "s"."user_id" FROM "user_sessions" "s" JOIN "users" "u" ON "u"."id" = "s"."user_id"
  CROSS JOIN LATERAL (
    SELECT bool_or("role" = 'COUNSELLOR') AS "counsels", bool_or("role" IN ('COORDINATOR', 'ADMIN')) AS "coordinates"
    FROM "role_grants" WHERE "user_id" = "u"."id"
  ) AS "held"
  WHERE "s"."id" = "p_session" AND "s"."expires_at" > "database_clock"()
    AND "s"."second_factor_at" IS NOT NULL AND "u"."totp_confirmed_at" IS NOT NULL
    AND "p_area" = CASE
      WHEN "counsels" AND "coordinates" THEN coalesce("s"."area"::text, 'OFFICE')
      WHEN "counsels" THEN 'COUNSELLING' WHEN "coordinates" THEN 'OFFICE' END
$$;

-- Who it is, by the key this transaction brings. A setting anybody can write; a key nobody can guess. It opens for
-- twelve hours, and only to whoever stands on this side of the wall now.
CREATE OR REPLACE FUNCTION "counselling"."me"() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "counselling"."works_in"("session_id", 'COUNSELLING') FROM "counselling"."desks"
  WHERE "opened_at" > "database_clock"() - interval '12 hours'
    AND EXISTS (SELECT FROM "counselling"."wall" WHERE "own_role" = session_user)
    AND char_length(current_setting('counselling.key', true)) >= 40
    AND "key_hash" = encode(sha256(convert_to(current_setting('counselling.key', true), 'UTF8')), 'hex')
$$;

DROP FUNCTION IF EXISTS "counselling"."counsellor_of"(uuid);

-- The only way from the other side: says for a session that counsels which key its browser holds, and says
-- nothing back but whether it does.
CREATE OR REPLACE FUNCTION "open_counselling_desk"("p_session" uuid, "p_key_hash" text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF "counselling"."works_in"("p_session", 'COUNSELLING') IS NULL THEN RETURN false; END IF;
  INSERT INTO "counselling"."desks" ("session_id", "key_hash") VALUES ("p_session", "p_key_hash")
    ON CONFLICT ("session_id") DO UPDATE SET "key_hash" = EXCLUDED."key_hash", "opened_at" = "database_clock"();
  RETURN true;
END $$;

-- No table here is without row security, and what has no policy shows nothing.
ALTER TABLE "counselling"."wall" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "counselling"."desks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "counselling"."tries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "counselling"."walk_ins" ENABLE ROW LEVEL SECURITY;

ALTER TABLE "counselling"."hours" ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS "own_hours" ON "counselling"."hours";
CREATE POLICY "own_hours" ON "counselling"."hours" USING ("counsellor_id" = (SELECT "counselling"."me"()));

ALTER TABLE "counselling"."days_off" ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS "own_days_off" ON "counselling"."days_off";
CREATE POLICY "own_days_off" ON "counselling"."days_off" USING ("counsellor_id" = (SELECT "counselling"."me"()));

ALTER TABLE "counselling"."slots" ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS "own_slots" ON "counselling"."slots";
CREATE POLICY "own_slots" ON "counselling"."slots" USING ("counsellor_id" = (SELECT "counselling"."me"()));

ALTER TABLE "counselling"."bookings" ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS "own_bookings" ON "counselling"."bookings";
CREATE POLICY "own_bookings" ON "counselling"."bookings" USING ("counsellor_id" = (SELECT "counselling"."me"()));

ALTER TABLE "counselling"."tallies" ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS "own_tallies" ON "counselling"."tallies";
CREATE POLICY "own_tallies" ON "counselling"."tallies" USING ("counsellor_id" = (SELECT "counselling"."me"()));
