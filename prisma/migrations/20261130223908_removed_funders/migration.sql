-- AlterTable
ALTER TABLE "funders" ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;
