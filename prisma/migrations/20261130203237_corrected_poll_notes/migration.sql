-- AlterEnum
ALTER TYPE "CorrectedKind" ADD VALUE 'POLL_NOTE';

-- AlterTable
ALTER TABLE "poll_notes" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
