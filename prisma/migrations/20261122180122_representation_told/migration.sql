-- AlterTable
ALTER TABLE "forum_sessions" ADD COLUMN     "minutes_asked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "polls" ADD COLUMN     "check_asked_at" TIMESTAMPTZ(3);
