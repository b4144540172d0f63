-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kept_at" TIMESTAMPTZ(3),
    "freed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funders" (
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "logo_id" UUID,
    "former_logo" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "funders_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "funders_logo_id_key" ON "funders"("logo_id");

-- AddForeignKey
ALTER TABLE "funders" ADD CONSTRAINT "funders_logo_id_fkey" FOREIGN KEY ("logo_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_bytes" CHECK ("bytes" >= 0);
-- What nothing ever named cannot be named no more.
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_freed_after_kept"
  CHECK ("freed_at" IS NULL OR "kept_at" IS NOT NULL);

-- Pictures go to the store with the first minute of the new version; until then they wait in their row.
INSERT INTO "funders" ("id", "position", "name", "url", "former_logo")
SELECT gen_random_uuid(), "place" - 1, "funder" ->> 'name', coalesce("funder" ->> 'url', ''),
  coalesce(substring("funder" ->> 'logo' FROM '^data:image/png;base64,([A-Za-z0-9+/=]+)$'), '')
FROM "office_settings", jsonb_array_elements("funders") WITH ORDINALITY AS f ("funder", "place");

-- AlterTable
ALTER TABLE "office_settings" DROP COLUMN "funders";
