-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "vote_closes_at" TIMESTAMPTZ(3);
