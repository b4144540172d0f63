-- AlterTable
ALTER TABLE "call_list_items" ADD COLUMN     "account_id" UUID;

-- CreateIndex
CREATE INDEX "call_list_items_account_id_idx" ON "call_list_items"("account_id");

-- AddForeignKey
ALTER TABLE "call_list_items" ADD CONSTRAINT "call_list_items_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
