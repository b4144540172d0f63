-- AlterEnum
ALTER TYPE "CorrectedKind" ADD VALUE 'SESSION_OFF';

-- AlterTable
ALTER TABLE "forum_sessions" ADD COLUMN     "called_off_at" TIMESTAMPTZ(3);
