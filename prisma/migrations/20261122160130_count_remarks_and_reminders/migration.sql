-- AlterTable
ALTER TABLE "users" ADD COLUMN     "reminder_phone" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "count_sheets" ADD COLUMN     "remark" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "polls" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);
