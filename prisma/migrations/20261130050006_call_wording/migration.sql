-- AlterTable
ALTER TABLE "call_list_items" ADD COLUMN     "wording" INTEGER NOT NULL DEFAULT 1;
