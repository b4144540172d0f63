-- AlterTable
ALTER TABLE "activation_photos" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;
