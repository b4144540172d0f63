-- AlterEnum
ALTER TYPE "CorrectedKind" ADD VALUE 'TURNOUT';
