-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "raised_at" TIMESTAMPTZ(3),
ADD COLUMN     "raised_why" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "struck_agenda_items" ADD COLUMN     "raised_at" TIMESTAMPTZ(3),
ADD COLUMN     "raised_ids" UUID[] DEFAULT '{}';

-- AlterTable
ALTER TABLE "agenda_proposals" ADD COLUMN     "raised_at" TIMESTAMPTZ(3);

-- What is added to minutes everybody reads came up in the session, and says what was said of it.
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_raised_late" CHECK (
  "raised_why" = '' OR ("raised_at" IS NOT NULL AND "record" <> ''));
