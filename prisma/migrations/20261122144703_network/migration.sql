-- CreateEnum
CREATE TYPE "InitiativeState" AS ENUM ('FORMING', 'ACTIVE', 'RESTING', 'ENDED');

-- CreateEnum
CREATE TYPE "PartnerState" AS ENUM ('SUGGESTED', 'CONTACTED', 'ACTIVE', 'DORMANT', 'ENDED');

-- CreateEnum
CREATE TYPE "PartnerContactKind" AS ENUM ('CALL', 'VISIT', 'MEETING', 'MAIL');

-- AlterTable
ALTER TABLE "initiatives" ADD COLUMN     "contact_person" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "state" DROP DEFAULT,
ALTER COLUMN "state" TYPE "InitiativeState" USING upper("state")::"InitiativeState",
ALTER COLUMN "state" SET DEFAULT 'ACTIVE';

-- AlterTable
ALTER TABLE "partners" ADD COLUMN     "accessibility" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "contact_person" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "languages" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "last_contact_on" DATE,
ADD COLUMN     "offers" TEXT[],
ADD COLUMN     "opening_hours" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state" "PartnerState" NOT NULL DEFAULT 'ACTIVE',
ADD COLUMN     "state_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

UPDATE "partners" SET "state" = 'ENDED' WHERE NOT "active";
ALTER TABLE "partners" DROP COLUMN "active";

-- CreateTable
CREATE TABLE "partner_contacts" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "kind" "PartnerContactKind" NOT NULL,
    "on" DATE NOT NULL,
    "topic" TEXT NOT NULL,
    "next_step" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "partner_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "partner_contacts_partner_id_on_idx" ON "partner_contacts"("partner_id", "on");

-- CreateIndex
CREATE INDEX "partners_state_name_idx" ON "partners"("state", "name");

-- AddForeignKey
ALTER TABLE "partner_contacts" ADD CONSTRAINT "partner_contacts_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partners"("id") ON DELETE CASCADE ON UPDATE CASCADE;
