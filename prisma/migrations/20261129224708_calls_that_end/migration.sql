-- AlterTable
ALTER TABLE "call_list_items" ADD COLUMN     "about_id" UUID,
ADD COLUMN     "ends_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "call_list_items_about_id_idx" ON "call_list_items"("about_id");
