-- AlterTable
ALTER TABLE "poll_stops" ADD COLUMN     "late" BOOLEAN NOT NULL DEFAULT false;

-- Nobody did anything: it stays as it is.
ALTER TABLE "poll_stops" ADD CONSTRAINT "poll_stops_late_by_nobody"
  CHECK (NOT "late" OR "agreed" IS FALSE AND "settled_by_id" IS NULL AND NOT "alone");

-- Those that wait for something that was counted meanwhile, and the calls about them, which nobody needs any more.
ALTER TABLE "poll_stops" DISABLE TRIGGER USER;
UPDATE "poll_stops" s SET "late" = true, "agreed" = false, "settled_at" = now()
WHERE "settled_at" IS NULL AND EXISTS (
  SELECT FROM "polls" p WHERE p."id" = s."poll_id" AND p."state" IN ('COUNTED', 'PUBLISHED', 'ARCHIVED'));
ALTER TABLE "poll_stops" ENABLE TRIGGER USER;
DELETE FROM "call_list_items" WHERE "done_at" IS NULL AND "about_id" IN (SELECT "id" FROM "poll_stops" WHERE "late");
