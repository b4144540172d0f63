-- AlterTable
ALTER TABLE "call_list_items" ADD COLUMN     "case_id" UUID;

-- CreateIndex
CREATE INDEX "call_list_items_case_id_idx" ON "call_list_items"("case_id");
