-- CreateEnum
CREATE TYPE "HandoverWay" AS ENUM ('LETTER', 'MAIL', 'PHONE', 'TALK', 'PROGRAM', 'SAID');

-- AlterTable
ALTER TABLE "handovers" ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "sent_how" "HandoverWay",
ALTER COLUMN "sent_at" DROP NOT NULL;

-- Before this, handing over wrote the day by itself; the office took it for the day it asked.
UPDATE "handovers" SET "recorded_at" = "sent_at", "sent_how" = 'SAID';
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_sent_somehow" CHECK (("sent_at" IS NULL) = ("sent_how" IS NULL));
