-- CreateEnum
CREATE TYPE "StaffMeetingKind" AS ENUM ('WORKING_MEETING', 'STEERING_MEETING', 'NETWORK_MEETING', 'TRAINING', 'PEER_CONSULTATION', 'CONFERENCE');

-- CreateEnum
CREATE TYPE "StaffMeetingState" AS ENUM ('PLANNED', 'REGISTERED', 'ATTENDED', 'EVALUATED', 'CANCELLED');

-- CreateTable
CREATE TABLE "staff_meetings" (
    "id" UUID NOT NULL,
    "kind" "StaffMeetingKind" NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "organizer" TEXT NOT NULL DEFAULT '',
    "day" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "people" INTEGER NOT NULL DEFAULT 0,
    "cost_cents" INTEGER,
    "certificate" BOOLEAN NOT NULL DEFAULT false,
    "topics" TEXT NOT NULL DEFAULT '',
    "public_summary" TEXT NOT NULL DEFAULT '',
    "released" BOOLEAN NOT NULL DEFAULT false,
    "state" "StaffMeetingState" NOT NULL DEFAULT 'PLANNED'::"StaffMeetingState",
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_meeting_people" (
    "meeting_id" UUID NOT NULL,
    "kind" "StaffMeetingKind" NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "staff_meeting_people_pkey" PRIMARY KEY ("meeting_id","user_id")
);

-- CreateIndex
CREATE INDEX "staff_meetings_day_idx" ON "staff_meetings"("day");

-- CreateIndex
CREATE INDEX "staff_meetings_state_day_idx" ON "staff_meetings"("state", "day");

-- CreateIndex
CREATE UNIQUE INDEX "staff_meetings_id_kind_key" ON "staff_meetings"("id", "kind");

-- CreateIndex
CREATE INDEX "staff_meeting_people_meeting_id_kind_idx" ON "staff_meeting_people"("meeting_id", "kind");

-- CreateIndex
CREATE INDEX "staff_meeting_people_user_id_idx" ON "staff_meeting_people"("user_id");

-- AddForeignKey
ALTER TABLE "staff_meeting_people" ADD CONSTRAINT "staff_meeting_people_meeting_id_kind_fkey" FOREIGN KEY ("meeting_id", "kind") REFERENCES "staff_meetings"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- What belongs to other domains: by hand, so that their schema need not know of this one.
ALTER TABLE "staff_meeting_people" ADD CONSTRAINT "staff_meeting_people_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "staff_meetings" ADD CONSTRAINT "staff_meetings_lengths" CHECK (
  char_length("title") <= 120 AND char_length("organizer") <= 80
  AND char_length("topics") <= 1000 AND char_length("public_summary") <= 600);
ALTER TABLE "staff_meetings" ADD CONSTRAINT "staff_meetings_numbers" CHECK (
  "minutes" BETWEEN 15 AND 6000 AND "minutes" % 15 = 0 AND "people" BETWEEN 0 AND 20
  AND "cost_cents" BETWEEN 0 AND 1000000);
-- What was talked about with colleagues is about somebody who trusted them: day and hours, and nothing else, whoever writes.
ALTER TABLE "staff_meetings" ADD CONSTRAINT "staff_meetings_peers_say_nothing" CHECK (
  "kind" <> 'PEER_CONSULTATION' OR ("title" = '' AND "organizer" = '' AND "topics" = '' AND "public_summary" = ''
    AND "cost_cents" IS NULL AND NOT "certificate" AND NOT "released" AND "people" = 0));
ALTER TABLE "staff_meetings" ADD CONSTRAINT "staff_meetings_have_a_title" CHECK (
  "kind" = 'PEER_CONSULTATION' OR "title" <> '');
ALTER TABLE "staff_meetings" ADD CONSTRAINT "staff_meetings_released_is_something" CHECK (
  NOT "released" OR ("state" = 'EVALUATED' AND "public_summary" <> ''));
ALTER TABLE "staff_meeting_people" ADD CONSTRAINT "staff_meeting_people_not_of_peers" CHECK (
  "kind" <> 'PEER_CONSULTATION');
