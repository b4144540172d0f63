-- By district and way a proposal is counted in one table alone, that of its year: from a year and its quarters small
-- numbers could be computed that each of them hides. Tables of quarters that were closed before this are taken out;
-- their other figures stay as they are.
ALTER TABLE "period_figures" DISABLE TRIGGER USER;
DELETE FROM "period_figures" WHERE "period" LIKE '%-Q%' AND ("district_id" IS NOT NULL OR "channel" <> '');
ALTER TABLE "period_figures" ENABLE TRIGGER USER;

ALTER TABLE "period_figures" ADD CONSTRAINT "period_figures_origins_of_years"
  CHECK ("district_id" IS NULL AND "channel" = '' OR "period" NOT LIKE '%-Q%');
