-- DropForeignKey
ALTER TABLE "outreach_contacts" DROP CONSTRAINT "outreach_contacts_round_id_fkey";

-- DropIndex
DROP INDEX "outreach_contacts_round_id_idx";

-- AlterTable
ALTER TABLE "outreach_contacts" DROP COLUMN "round_id";

-- Numbers of people who were met are told of closed periods, and none that is small.
ALTER TABLE "period_figures" ADD CONSTRAINT "period_figures_tell_nobody" CHECK (
  "figure" NOT IN ('outreachContacts', 'outreachFirstContacts') OR "value" IS NULL OR "value" >= 5);
