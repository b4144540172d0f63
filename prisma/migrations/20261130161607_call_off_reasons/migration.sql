-- AlterTable
ALTER TABLE "forum_sessions" ADD COLUMN     "call_off_reason" TEXT NOT NULL DEFAULT '';

-- Until now the reason stood where the remark was.
UPDATE "forum_sessions" SET "call_off_reason" = "note", "note" = '' WHERE "state" IN ('CANCELLED', 'POSTPONED');

-- Only of what was called off or has no date can it be said why.
ALTER TABLE "forum_sessions" ADD CONSTRAINT "forum_sessions_call_off_reason" CHECK (
  "call_off_reason" = '' OR "state" IN ('CANCELLED', 'POSTPONED'));
