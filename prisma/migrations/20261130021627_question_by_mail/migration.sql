-- AlterTable
ALTER TABLE "outgoing_mails" ADD COLUMN     "then_job" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "handovers" ADD COLUMN     "mail_id" UUID;

-- CreateIndex
CREATE INDEX "handovers_mail_id_idx" ON "handovers"("mail_id");
