-- AlterTable
ALTER TABLE "support_steps" ADD COLUMN     "session_id" UUID;

-- AlterTable
ALTER TABLE "proposal_steps" ADD COLUMN     "session_id" UUID;

-- CreateIndex
CREATE INDEX "support_steps_session_id_idx" ON "support_steps"("session_id");

-- CreateIndex
CREATE INDEX "proposal_steps_session_id_idx" ON "proposal_steps"("session_id");

-- AddForeignKey
ALTER TABLE "support_steps" ADD CONSTRAINT "support_steps_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_steps" ADD CONSTRAINT "proposal_steps_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Which session it was in nobody wrote down: what stands there was entered by the office.
ALTER TABLE "proposal_steps" DISABLE TRIGGER USER;
UPDATE "proposal_steps" SET "by" = 'office' WHERE "by" = 'forum';
ALTER TABLE "proposal_steps" ENABLE TRIGGER USER;
UPDATE "support_steps" SET "by" = 'office' WHERE "by" = 'forum';
