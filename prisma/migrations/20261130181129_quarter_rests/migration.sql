-- CreateTable
CREATE TABLE "outreach_quarter_rests" (
    "quarter" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "outreach_quarter_rests_pkey" PRIMARY KEY ("quarter","kind","key")
);

ALTER TABLE "outreach_quarter_rests" ADD CONSTRAINT "outreach_quarter_rests_are_sums" CHECK (
  "count" > 0 AND "kind" IN ('topic', 'mood', 'outcome')
  AND "quarter" = date_trunc('quarter', "quarter"::timestamp)::date);

-- Quarters whose contacts are whole are counted anew in the next minute, as they are counted from now on.
DELETE FROM "outreach_quarter_sums"
WHERE "quarter" > date_trunc('quarter', now() - interval '12 months')::date;
