-- DropForeignKey
ALTER TABLE "outreach_contacts" DROP CONSTRAINT "outreach_contacts_round_id_fkey";

-- DropIndex
DROP INDEX "outreach_contacts_round_id_idx";

-- AlterTable
ALTER TABLE "outreach_contacts" DROP COLUMN "round_id";

-- Numbers of people who were met are told of closed periods, and none that is small.
ALTER TABLE "period_figures" ADD CONSTRAINT "period_figures_tell_nobody" CHECK (
  "figure" NOT IN ('outreachContacts', 'outreachFirstContacts') OR "value" IS NULL OR "value" >= 5);

-- Hours and sums of money have as many digits as a phone number, see NO_PHONE in lib/outreach/traces/rules.ts.
ALTER TABLE "outreach_contacts" DROP CONSTRAINT "outreach_contacts_lead_to_nobody";
ALTER TABLE "outreach_contacts" ADD CONSTRAINT "outreach_contacts_lead_to_nobody" CHECK (
  regexp_replace("place" || E'\n' || "note",
    '\d{1,2}([.:]\d{2})?\s*(-|–|bis)\s*\d{1,2}([.:]\d{2})?\s*uhr|\d+\s*(euro|€)', 'x', 'gi')
    !~ '@|\d{6}|(^|[^\d])(0|\+)\d([ /().-]*\d){5}');
