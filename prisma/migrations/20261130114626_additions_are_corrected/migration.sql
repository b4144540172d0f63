-- AlterEnum
ALTER TYPE "CorrectedKind" ADD VALUE 'AGENDA_ITEM';
