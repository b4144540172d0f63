-- AlterEnum
ALTER TYPE "MailState" ADD VALUE 'EXPIRED';

-- AlterTable
ALTER TABLE "outgoing_mails"
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "sealed" TEXT NOT NULL DEFAULT '';

-- Codes to sign in that never went out open nothing any more; whoever still wants in asks for a new one.
DELETE FROM "outgoing_mails" m USING "sign_in_codes" c
WHERE m."state" <> 'SENT' AND m."recipient" = c."email"
  AND m."created_at" BETWEEN c."created_at" - interval '10 seconds' AND c."created_at" + interval '10 seconds';

-- What was sent keeps no text, what still waits keeps it where no list looks. PostgreSQL cannot seal as the
-- program does; these few rows are gone as soon as they are sent.
UPDATE "outgoing_mails"
SET "sealed" = json_build_object('text', "text", 'html', "html", 'off', "off")::text
WHERE "state" <> 'SENT';
UPDATE "outgoing_mails" SET "text" = '';

-- A mail used to count as failed after its first try.
UPDATE "outgoing_mails" SET "state" = 'QUEUED'
WHERE "state" = 'FAILED' AND "created_at" > now() - interval '4 days';

-- AlterTable
ALTER TABLE "outgoing_mails" DROP COLUMN "html",
DROP COLUMN "off";

-- Nothing sealed is kept of what was sent, and a mail with a code never gets onto the list of failed ones.
ALTER TABLE "outgoing_mails"
ADD CONSTRAINT "outgoing_mails_sealed_while_waiting" CHECK ("sealed" = '' OR "state" IN ('QUEUED', 'FAILED')),
ADD CONSTRAINT "outgoing_mails_codes_never_fail" CHECK ("expires_at" IS NULL OR "state" <> 'FAILED');

-- The call list led to the person's own page, with the key in the address.
UPDATE "call_list_items" SET "link" = ''
WHERE "link" ~ '/(vorschlaege/quittung|unterstuetzung/vorgang|forum/anmeldung|abstimmungen/erinnerungen|anmelden/link)/';

-- What a job failed with may hold what it was about.
DO $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
    UPDATE graphile_worker._private_jobs SET last_error = 'Error' WHERE last_error IS NOT NULL;
  END IF;
END $$;
