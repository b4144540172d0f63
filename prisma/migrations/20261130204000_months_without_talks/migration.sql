-- Whoever counts can say that a month had no talk at all: one line of no topic and no length. What those counted together
-- whose account is gone, is nobody's.
ALTER TABLE "counselling"."tallies" DROP CONSTRAINT "topics_are_groups";
ALTER TABLE "counselling"."tallies" ADD CONSTRAINT "topics_are_groups"
  CHECK ("topic" IN ('MONEY', 'HOUSING', 'WORK', 'FAMILY', 'HEALTH', 'RESIDENCE', 'DISTRICT', 'OTHER', 'NONE'));
ALTER TABLE "counselling"."tallies" DROP CONSTRAINT "minutes_are_bands";
ALTER TABLE "counselling"."tallies" ADD CONSTRAINT "minutes_are_bands"
  CHECK ("band" IN ('TO15', 'TO30', 'TO60', 'OVER60', 'NONE'));
ALTER TABLE "counselling"."tallies" DROP CONSTRAINT "talks_are_counted";
ALTER TABLE "counselling"."tallies" ADD CONSTRAINT "talks_are_counted"
  CHECK ("talks" >= 0 AND ("talks" <= 500 OR "counsellor_id" = '00000000-0000-0000-0000-000000000000')
    AND ("talks" = 0) = ("topic" = 'NONE') AND ("talks" = 0) = ("band" = 'NONE') AND NOT ("talks" = 0 AND "first_contact"));
