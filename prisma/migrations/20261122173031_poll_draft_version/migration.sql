-- AlterTable
ALTER TABLE "polls" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;
