-- Appointments of the counselling lie in a schema of their own, out of reach of the rest of the program:
-- lib/decisions/0024-counselling-behind-a-wall.md. No model of Prisma knows these tables, so no comparison
-- ever touches them. Functions and policies stand in prisma/sql.
CREATE SCHEMA "counselling";

-- Whom the wall stands between; written by each start.
CREATE TABLE "counselling"."wall" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "app_role" TEXT NOT NULL,
    "own_role" TEXT NOT NULL,
    CONSTRAINT "wall_pkey" PRIMARY KEY ("only"),
    CONSTRAINT "there_is_one_wall" CHECK ("only")
);

-- Who is counselling in which browser. The key itself is in that browser only.
-- Personal: whose session. Retention: with the session.
CREATE TABLE "counselling"."desks" (
    "key_hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT "public"."database_clock"(),
    CONSTRAINT "desks_pkey" PRIMARY KEY ("key_hash"),
    CONSTRAINT "desks_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "public"."user_sessions"("id") ON DELETE CASCADE,
    CONSTRAINT "a_key_is_hashed" CHECK ("key_hash" ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX "desks_session_id_key" ON "counselling"."desks"("session_id");

-- When somebody counsels, week by week. Personal: the counsellor. Retention: until it is taken out.
CREATE TABLE "counselling"."hours" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "counsellor_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "starts" TIME(0) NOT NULL,
    "ends" TIME(0) NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "step_free" BOOLEAN NOT NULL DEFAULT false,
    "languages" TEXT[] NOT NULL,
    "time_zone" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    CONSTRAINT "hours_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hours_fit_into_a_day" CHECK ("weekday" BETWEEN 1 AND 7 AND "ends" - "starts" >= make_interval(mins => "minutes")),
    CONSTRAINT "hours_have_slots" CHECK ("minutes" BETWEEN 10 AND 120),
    CONSTRAINT "hours_are_of_a_kind" CHECK ("kind" IN ('PERSONAL', 'PHONE', 'HOME_VISIT', 'WALK_IN')),
    CONSTRAINT "hours_say_where" CHECK (char_length("place") BETWEEN 1 AND 120),
    CONSTRAINT "hours_have_a_language" CHECK (cardinality("languages") BETWEEN 1 AND 10 AND array_position("languages", NULL) IS NULL),
    CONSTRAINT "hours_end_after_they_began" CHECK ("until_day" IS NULL OR "until_day" >= "from_day")
);
CREATE INDEX "hours_counsellor_id_idx" ON "counselling"."hours"("counsellor_id");

-- Days on which somebody does not counsel. Personal: the counsellor. Retention: 7 days after.
CREATE TABLE "counselling"."days_off" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "counsellor_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    CONSTRAINT "days_off_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "days_off_end" CHECK ("until_day" BETWEEN "from_day" AND "from_day" + 366)
);
CREATE INDEX "days_off_counsellor_id_idx" ON "counselling"."days_off"("counsellor_id");

-- Appointments that can be had, or are. Personal: the counsellor. Retention: 7 days after.
CREATE TABLE "counselling"."slots" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "counsellor_id" UUID NOT NULL,
    "hours_id" UUID,
    "local_date" DATE NOT NULL,
    "local_start" TIME(0) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "step_free" BOOLEAN NOT NULL,
    "languages" TEXT[] NOT NULL,
    CONSTRAINT "slots_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "slots_hours_id_fkey" FOREIGN KEY ("hours_id") REFERENCES "counselling"."hours"("id") ON DELETE SET NULL,
    CONSTRAINT "slots_last" CHECK ("ends_at" > "starts_at")
);
CREATE UNIQUE INDEX "slots_counsellor_id_starts_at_key" ON "counselling"."slots"("counsellor_id", "starts_at");
CREATE UNIQUE INDEX "slots_id_counsellor_id_key" ON "counselling"."slots"("id", "counsellor_id");
CREATE INDEX "slots_starts_at_idx" ON "counselling"."slots"("starts_at");
CREATE INDEX "slots_hours_id_idx" ON "counselling"."slots"("hours_id");

-- Somebody has an appointment. No matter, no note: there is no column for it.
-- Personal: name (any word), phone, language, needs. Retention: these 24 hours after, the row 7 days after.
CREATE TABLE "counselling"."bookings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slot_id" UUID NOT NULL,
    "counsellor_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'BOOKED',
    "name" TEXT,
    "phone" TEXT,
    "language" TEXT,
    "step_free" BOOLEAN NOT NULL DEFAULT false,
    "via" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "to_call" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "bookings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "bookings_slot_fkey" FOREIGN KEY ("slot_id", "counsellor_id") REFERENCES "counselling"."slots"("id", "counsellor_id") ON DELETE RESTRICT,
    CONSTRAINT "bookings_have_a_state" CHECK ("state" IN ('BOOKED', 'HELD', 'CANCELLED_BY_VISITOR', 'CANCELLED_BY_OFFICE', 'NO_SHOW')),
    CONSTRAINT "a_name_is_a_word_or_two" CHECK (char_length("name") BETWEEN 1 AND 30 AND "name" !~ '[\n]'),
    CONSTRAINT "a_phone_is_a_number" CHECK ("phone" ~ '^\+?[0-9][0-9 ()/.-]{4,38}$'),
    CONSTRAINT "a_language_is_a_code" CHECK ("language" ~ '^[a-z]{2,3}$'),
    CONSTRAINT "bookings_come_by_a_way" CHECK ("via" IN ('WEB', 'PHONE', 'COUNTER')),
    CONSTRAINT "a_call_needs_a_phone" CHECK (NOT "to_call" OR ("phone" IS NOT NULL AND "state" = 'CANCELLED_BY_OFFICE')),
    CONSTRAINT "who_cancelled_is_forgotten" CHECK ("state" <> 'CANCELLED_BY_VISITOR' OR ("name" IS NULL AND "phone" IS NULL AND "language" IS NULL AND NOT "step_free"))
);
-- Nobody has what somebody else has. What the office called off is not given away again.
CREATE UNIQUE INDEX "one_booking_for_a_slot" ON "counselling"."bookings"("slot_id") WHERE "state" <> 'CANCELLED_BY_VISITOR';
CREATE UNIQUE INDEX "bookings_code_hash_key" ON "counselling"."bookings"("code_hash");
CREATE INDEX "bookings_number_idx" ON "counselling"."bookings"("number");
CREATE INDEX "bookings_counsellor_id_idx" ON "counselling"."bookings"("counsellor_id");
CREATE INDEX "bookings_slot_id_idx" ON "counselling"."bookings"("slot_id", "counsellor_id");

-- Wrong codes for a number. Retention: a day.
CREATE TABLE "counselling"."tries" (
    "number" INTEGER NOT NULL,
    "wrong" SMALLINT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "tries_pkey" PRIMARY KEY ("number")
);

-- Numbers drawn in open hours; nobody stands behind them here. Retention: that day.
CREATE TABLE "counselling"."walk_ins" (
    "day" DATE NOT NULL,
    "number" SMALLINT NOT NULL,
    "called_at" TIMESTAMPTZ(3),
    "place" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "walk_ins_pkey" PRIMARY KEY ("day", "number"),
    CONSTRAINT "a_place_is_short" CHECK (char_length("place") <= 40)
);

-- Talks of a month, counted by hand; no talk for itself. Personal: the counsellor. Retention: none needed.
CREATE TABLE "counselling"."tallies" (
    "counsellor_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "topic" TEXT NOT NULL,
    "band" TEXT NOT NULL,
    "first_contact" BOOLEAN NOT NULL,
    "talks" SMALLINT NOT NULL,
    CONSTRAINT "tallies_pkey" PRIMARY KEY ("counsellor_id", "month", "topic", "band", "first_contact"),
    CONSTRAINT "a_month_is_its_first_day" CHECK (extract(day FROM "month") = 1),
    CONSTRAINT "topics_are_groups" CHECK ("topic" IN ('MONEY', 'HOUSING', 'WORK', 'FAMILY', 'HEALTH', 'RESIDENCE', 'DISTRICT', 'OTHER')),
    CONSTRAINT "minutes_are_bands" CHECK ("band" IN ('TO15', 'TO30', 'TO60', 'OVER60')),
    CONSTRAINT "talks_are_counted" CHECK ("talks" BETWEEN 1 AND 500)
);
