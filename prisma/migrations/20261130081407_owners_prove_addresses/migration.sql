-- AlterTable
ALTER TABLE "unproven_addresses" ADD COLUMN     "link_ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "link_hash" TEXT,
ADD COLUMN     "proven_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "unproven_addresses_link_hash_key" ON "unproven_addresses"("link_hash");

-- A link has an end, and what is proven was proven with it, in time.
ALTER TABLE "unproven_addresses" ADD CONSTRAINT "unproven_addresses_proven_in_time" CHECK (
  ("link_hash" IS NULL) = ("link_ends_at" IS NULL)
  AND ("proven_at" IS NULL OR coalesce("proven_at" < "link_ends_at", false)));
