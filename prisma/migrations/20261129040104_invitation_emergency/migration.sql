-- AlterTable
ALTER TABLE "invitations" ADD COLUMN     "emergency" BOOLEAN NOT NULL DEFAULT false;
