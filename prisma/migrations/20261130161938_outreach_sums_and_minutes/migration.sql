-- AlterTable
ALTER TABLE "outreach_rounds" ADD COLUMN     "minutes" INTEGER;

-- CreateTable
CREATE TABLE "outreach_quarter_sums" (
    "quarter" DATE NOT NULL,
    "district_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "outreach_quarter_sums_pkey" PRIMARY KEY ("quarter","district_id","kind","key")
);

-- CreateIndex
CREATE INDEX "outreach_quarter_sums_district_id_idx" ON "outreach_quarter_sums"("district_id");

ALTER TABLE "outreach_quarter_sums" ADD CONSTRAINT "outreach_quarter_sums_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "districts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outreach_quarter_sums" ADD CONSTRAINT "outreach_quarter_sums_are_sums" CHECK (
  "count" >= 0 AND "kind" IN ('met', 'age', 'topic', 'mood', 'outcome', 'setting', 'round')
  AND "quarter" = date_trunc('quarter', "quarter"::timestamp)::date);

-- Nobody was outdoors for a time on a round that has not taken place.
ALTER TABLE "outreach_rounds" ADD CONSTRAINT "outreach_rounds_minutes" CHECK (
  "minutes" IS NULL OR ("state" = 'DONE' AND "minutes" BETWEEN 1 AND 720));
