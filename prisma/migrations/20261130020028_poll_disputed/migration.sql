-- AlterTable
ALTER TABLE "polls" ADD COLUMN     "disputed_at" TIMESTAMPTZ(3);
