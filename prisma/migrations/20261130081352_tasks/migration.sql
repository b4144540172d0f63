-- Numbers people of the office say to each other; nobody else ever hears one.
CREATE SEQUENCE task_number START 1;

-- CreateEnum
CREATE TYPE "TaskState" AS ENUM ('OPEN', 'IN_PROGRESS', 'DONE', 'DROPPED');

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT nextval('task_number'),
    "text" TEXT NOT NULL,
    "assignee_id" UUID,
    "assignee_name" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "thing_kind" TEXT NOT NULL DEFAULT '',
    "thing_id" UUID,
    "state" "TaskState" NOT NULL DEFAULT 'OPEN'::"TaskState",
    "started_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_absences" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "deputy_id" UUID,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,

    CONSTRAINT "task_absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_views" (
    "user_id" UUID NOT NULL,
    "mine" BOOLEAN NOT NULL,
    "overdue" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "task_views_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "tasks_number_key" ON "tasks"("number");

-- CreateIndex
CREATE INDEX "tasks_state_due_on_idx" ON "tasks"("state", "due_on");

-- CreateIndex
CREATE INDEX "tasks_thing_id_idx" ON "tasks"("thing_id");

-- CreateIndex
CREATE INDEX "tasks_assignee_id_idx" ON "tasks"("assignee_id");

-- CreateIndex
CREATE INDEX "tasks_closed_at_idx" ON "tasks"("closed_at");

-- CreateIndex
CREATE INDEX "task_absences_user_id_idx" ON "task_absences"("user_id");

-- CreateIndex
CREATE INDEX "task_absences_deputy_id_idx" ON "task_absences"("deputy_id");

-- CreateIndex
CREATE INDEX "task_absences_until_day_idx" ON "task_absences"("until_day");

-- What belongs to other domains: by hand, so that their schema need not know of this one.
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "task_absences" ADD CONSTRAINT "task_absences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "task_absences" ADD CONSTRAINT "task_absences_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "task_views" ADD CONSTRAINT "task_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_lengths" CHECK (
  char_length("text") <= 200 AND char_length("assignee_name") <= 80 AND char_length("reason") <= 160
  AND char_length("thing_kind") <= 40);
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_say_what" CHECK (
  "text" <> '' OR ("thing_kind" <> '' AND "thing_id" IS NULL));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_thing_has_a_kind" CHECK ("thing_id" IS NULL OR "thing_kind" <> '');
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_one_does_it" CHECK ("assignee_id" IS NULL OR "assignee_name" = '');
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_closed_have_a_time" CHECK (
  ("state" IN ('DONE', 'DROPPED')) = ("closed_at" IS NOT NULL));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_begun_have_a_time" CHECK (
  ("state" <> 'IN_PROGRESS' OR "started_at" IS NOT NULL) AND ("state" <> 'OPEN' OR "started_at" IS NULL));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_dropped_say_why" CHECK (("state" = 'DROPPED') = ("reason" <> ''));

ALTER TABLE "task_absences" ADD CONSTRAINT "task_absences_days" CHECK (
  "from_day" <= "until_day" AND "until_day" - "from_day" <= 366);
ALTER TABLE "task_absences" ADD CONSTRAINT "task_absences_another_does_it" CHECK ("deputy_id" <> "user_id");

ALTER TABLE "task_views" ADD CONSTRAINT "task_views_lengths" CHECK (char_length("kind") <= 40);
