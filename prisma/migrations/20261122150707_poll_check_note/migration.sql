-- AlterTable
ALTER TABLE "polls" ADD COLUMN     "check_note" TEXT NOT NULL DEFAULT '';
