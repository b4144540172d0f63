-- AlterEnum
ALTER TYPE "CorrectedKind" ADD VALUE 'POLL_STOP';

-- AlterTable
ALTER TABLE "activation_surveys" ADD COLUMN     "finished_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "outgoing_mails" ADD COLUMN     "about_id" UUID;

-- CreateIndex
CREATE INDEX "outgoing_mails_about_id_idx" ON "outgoing_mails"("about_id");
