-- CreateTable
CREATE TABLE "poll_stops" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "option_id" UUID,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "agreed" BOOLEAN,
    "alone" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "poll_stops_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "poll_stops_poll_id_idx" ON "poll_stops"("poll_id");

-- CreateIndex
CREATE INDEX "poll_stops_option_id_idx" ON "poll_stops"("option_id");

-- CreateIndex
CREATE INDEX "poll_stops_asked_by_id_idx" ON "poll_stops"("asked_by_id");

-- CreateIndex
CREATE INDEX "poll_stops_settled_by_id_idx" ON "poll_stops"("settled_by_id");

-- AddForeignKey
ALTER TABLE "poll_stops" ADD CONSTRAINT "poll_stops_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_stops" ADD CONSTRAINT "poll_stops_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "poll_options"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_stops" ADD CONSTRAINT "poll_stops_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_stops" ADD CONSTRAINT "poll_stops_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One waits at a time.
CREATE UNIQUE INDEX "poll_stops_one_waits" ON "poll_stops" ("poll_id") WHERE "settled_at" IS NULL;
ALTER TABLE "poll_stops" ADD CONSTRAINT "poll_stops_settled" CHECK (("settled_at" IS NULL) = ("agreed" IS NULL));
-- Who it was is forgotten with the account, so somebody unknown is nobody's double.
ALTER TABLE "poll_stops" ADD CONSTRAINT "poll_stops_by_two"
  CHECK ("agreed" IS NOT TRUE OR "alone" OR "asked_by_id" <> "settled_by_id");
