-- AlterTable
ALTER TABLE "outgoing_mails" ADD COLUMN     "off" TEXT NOT NULL DEFAULT '';
