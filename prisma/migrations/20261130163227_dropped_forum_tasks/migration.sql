-- AlterTable
ALTER TABLE "forum_tasks" ADD COLUMN     "drop_reason" TEXT NOT NULL DEFAULT '';

-- What nobody goes on with was not done.
ALTER TABLE "forum_tasks" ADD CONSTRAINT "forum_tasks_done_or_dropped" CHECK ("drop_reason" = '' OR NOT "done");
