-- AlterTable
ALTER TABLE "outgoing_mails" ADD COLUMN     "kept_back" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "leaving_at" TIMESTAMPTZ(3);
