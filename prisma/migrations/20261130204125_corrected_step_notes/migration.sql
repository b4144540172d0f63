-- AlterEnum
ALTER TYPE "CorrectedKind" ADD VALUE 'STEP_NOTE';

-- AlterTable
ALTER TABLE "proposal_steps" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
