-- CreateTable
CREATE TABLE "outreach_stops" (
    "round_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "local_start" TEXT NOT NULL,
    "local_end" TEXT NOT NULL,

    CONSTRAINT "outreach_stops_pkey" PRIMARY KEY ("round_id","position")
);

-- AddForeignKey
ALTER TABLE "outreach_stops" ADD CONSTRAINT "outreach_stops_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "outreach_rounds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "outreach_stops" ADD CONSTRAINT "outreach_stops_are_six" CHECK ("position" BETWEEN 1 AND 6);
ALTER TABLE "outreach_stops" ADD CONSTRAINT "outreach_stops_lengths" CHECK (char_length("place") BETWEEN 1 AND 80);
ALTER TABLE "outreach_stops" ADD CONSTRAINT "outreach_stops_times" CHECK (
  "local_start" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "local_end" ~ '^([01]\d|2[0-3]):[0-5]\d$'
  AND "local_start" < "local_end");
