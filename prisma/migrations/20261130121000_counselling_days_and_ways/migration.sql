-- The office takes an appointment for somebody, as everybody may.
ALTER TABLE "counselling"."bookings" DROP CONSTRAINT "bookings_come_by_a_way";
ALTER TABLE "counselling"."bookings" ADD CONSTRAINT "bookings_come_by_a_way"
  CHECK ("via" IN ('WEB', 'PHONE', 'COUNTER', 'OFFICE'));

-- Whether whoever counsels took these days off, or the office did it for them.
ALTER TABLE "counselling"."days_off" ADD COLUMN "by_office" BOOLEAN NOT NULL DEFAULT false;

-- What those counted together whose account is gone, is nobody's.
ALTER TABLE "counselling"."tallies" DROP CONSTRAINT "talks_are_counted";
ALTER TABLE "counselling"."tallies" ADD CONSTRAINT "talks_are_counted"
  CHECK ("talks" >= 1 AND ("talks" <= 500 OR "counsellor_id" = '00000000-0000-0000-0000-000000000000'));
