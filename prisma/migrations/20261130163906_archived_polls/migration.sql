-- AlterTable
ALTER TABLE "polls" ADD COLUMN     "archived_at" TIMESTAMPTZ(3);
