-- AlterTable
ALTER TABLE "call_list_items" ADD COLUMN     "goes_when_done" BOOLEAN NOT NULL DEFAULT false;

-- What goes when it is done is never kept as done, and goes by itself when nobody does it.
ALTER TABLE "call_list_items" ADD CONSTRAINT "call_list_items_gone_when_done" CHECK (
  NOT "goes_when_done" OR ("done_at" IS NULL AND "ends_at" IS NOT NULL)
);
