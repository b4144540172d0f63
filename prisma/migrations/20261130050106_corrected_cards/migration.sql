-- AlterEnum
ALTER TYPE "CorrectedKind" ADD VALUE 'PROPOSAL';
