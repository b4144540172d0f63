-- AlterTable
ALTER TABLE "tellings" ADD COLUMN     "said" JSONB NOT NULL DEFAULT '{}'::jsonb;
