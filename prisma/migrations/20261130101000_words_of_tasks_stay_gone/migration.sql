-- What a task said goes with what a resident handed in, and is not written back.
UPDATE "tasks" SET "text" = '' WHERE "thing_kind" <> '' AND "thing_id" IS NULL;
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_words_go_with_their_thing" CHECK (
  "thing_kind" = '' OR "thing_id" IS NOT NULL OR "text" = '');

-- First and last day both count: 366 days and no more.
UPDATE "task_absences" SET "until_day" = "from_day" + 365 WHERE "until_day" - "from_day" > 365;
ALTER TABLE "task_absences" DROP CONSTRAINT "task_absences_days";
ALTER TABLE "task_absences" ADD CONSTRAINT "task_absences_days" CHECK (
  "from_day" <= "until_day" AND "until_day" - "from_day" <= 365);
