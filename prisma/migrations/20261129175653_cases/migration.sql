-- AlterTable
ALTER TABLE "registrations" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "answer_promises" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "promised_for" DATE NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "answer_promises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tellings" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "after" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT database_clock(),

    CONSTRAINT "tellings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_steps" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "to" "RegistrationState" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "registration_steps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "answer_promises_kind_case_id_idx" ON "answer_promises"("kind", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "tellings_name_subject_id_detail_key" ON "tellings"("name", "subject_id", "detail");

-- CreateIndex
CREATE INDEX "registration_steps_registration_id_at_idx" ON "registration_steps"("registration_id", "at");

-- AddForeignKey
ALTER TABLE "registration_steps" ADD CONSTRAINT "registration_steps_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One promise of a case stands at a time, and it ends in one way.
CREATE UNIQUE INDEX "answer_promises_one_stands" ON "answer_promises"("kind", "case_id")
  WHERE "answered_at" IS NULL AND "ended_at" IS NULL;
ALTER TABLE "answer_promises" ADD CONSTRAINT "answer_promises_end_once"
  CHECK ("answered_at" IS NULL OR "ended_at" IS NULL);

-- Promises that stand today. Those of cases that were answered are not known any more.
INSERT INTO "answer_promises" ("id", "kind", "case_id", "made_at", "promised_for")
  SELECT gen_random_uuid(), 'proposal', "id",
    CASE "state" WHEN 'SUBMITTED' THEN "submitted_at" ELSE "state_since" END, "promised_for"
  FROM "proposals"
  WHERE "promised_for" IS NOT NULL AND "state" IN ('SUBMITTED', 'UNDER_REVIEW');
INSERT INTO "answer_promises" ("id", "kind", "case_id", "made_at", "promised_for")
  SELECT gen_random_uuid(), 'supportRequest', "id", "state_since", "promised_for"
  FROM "support_requests"
  WHERE "promised_for" IS NOT NULL AND "state" IN ('RECEIVED', 'CLARIFYING');

-- What is known of how sign-ups went; who gave seats back was not written down.
INSERT INTO "registration_steps" ("id", "registration_id", "to", "at", "by")
  SELECT gen_random_uuid(), "id",
    CASE WHEN "moved_up_at" IS NULL THEN "state" ELSE 'WAITLISTED' END, "created_at",
    CASE "channel" WHEN 'ONLINE' THEN 'guest' ELSE 'office' END
  FROM "registrations" WHERE "moved_up_at" IS NOT NULL OR "state" <> 'CANCELLED';
INSERT INTO "registration_steps" ("id", "registration_id", "to", "at", "by")
  SELECT gen_random_uuid(), "id", 'CONFIRMED', "moved_up_at", 'queue'
  FROM "registrations" WHERE "moved_up_at" IS NOT NULL;
INSERT INTO "registration_steps" ("id", "registration_id", "to", "at", "by")
  SELECT gen_random_uuid(), "id", 'CANCELLED', "cancelled_at", ''
  FROM "registrations" WHERE "state" = 'CANCELLED' AND "cancelled_at" IS NOT NULL;
