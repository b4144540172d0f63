-- AlterTable
ALTER TABLE "task_absences" ADD COLUMN     "counselling" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "counsellor_tasks" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE,
    "state" "TaskState" NOT NULL DEFAULT 'OPEN'::"TaskState",
    "started_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "counsellor_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "counsellor_tasks_user_id_idx" ON "counsellor_tasks"("user_id");

-- CreateIndex
CREATE INDEX "counsellor_tasks_closed_at_idx" ON "counsellor_tasks"("closed_at");

-- People belong to another domain: by hand, so that its schema need not know of this one.
ALTER TABLE "counsellor_tasks" ADD CONSTRAINT "counsellor_tasks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "counsellor_tasks" ADD CONSTRAINT "counsellor_tasks_lengths" CHECK (
  char_length("text") BETWEEN 1 AND 200 AND char_length("reason") <= 160);
ALTER TABLE "counsellor_tasks" ADD CONSTRAINT "counsellor_tasks_closed_have_a_time" CHECK (
  ("state" IN ('DONE', 'DROPPED')) = ("closed_at" IS NOT NULL));
ALTER TABLE "counsellor_tasks" ADD CONSTRAINT "counsellor_tasks_begun_have_a_time" CHECK (
  ("state" <> 'IN_PROGRESS' OR "started_at" IS NOT NULL) AND ("state" <> 'OPEN' OR "started_at" IS NULL));
ALTER TABLE "counsellor_tasks" ADD CONSTRAINT "counsellor_tasks_dropped_say_why" CHECK (("state" = 'DROPPED') = ("reason" <> ''));
