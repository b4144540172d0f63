-- What was promised by mistake and taken back lets go of the item; what still stands is held by a trigger.
ALTER TABLE "support_steps" DROP CONSTRAINT "support_steps_agenda_item_id_fkey";
ALTER TABLE "support_steps" ADD CONSTRAINT "support_steps_agenda_item_id_fkey" FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_items"("id") ON DELETE SET NULL ON UPDATE CASCADE;
