-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "answer_by" DATE;
