-- AlterTable
ALTER TABLE "tasks" ADD COLUMN     "was_given" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "kept_task_doers" (
    "task_id" UUID NOT NULL,
    "user_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "kept_task_doers_pkey" PRIMARY KEY ("task_id")
);

-- CreateIndex
CREATE INDEX "kept_task_doers_user_id_idx" ON "kept_task_doers"("user_id");

-- People belong to another domain: by hand, so that its schema need not know of this one. What is kept belongs to
-- whichever domain keeps it: the night lets go of what is there no more.
ALTER TABLE "kept_task_doers" ADD CONSTRAINT "kept_task_doers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

UPDATE "tasks" SET "was_given" = true WHERE "assignee_id" IS NOT NULL;
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_was_given_says_so" CHECK (
  ("assignee_id" IS NULL OR "was_given") AND ("assignee_name" = '' OR NOT "was_given"));
