-- AlterTable
ALTER TABLE "support_steps" ADD COLUMN     "agenda_item_id" UUID;

-- CreateIndex
CREATE INDEX "support_steps_agenda_item_id_idx" ON "support_steps"("agenda_item_id");

-- Of the Forum's own file, so by hand: what was recommended at an item stays on its agenda.
ALTER TABLE "support_steps" ADD CONSTRAINT "support_steps_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
