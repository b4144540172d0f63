-- Calls promised outdoors before they had an end get the one they were promised: only those stand for nobody's account and
-- for nothing else that is there.
UPDATE "call_list_items" SET "ends_at" = "created_at" + interval '29 days', "goes_when_done" = true
WHERE "kind" = 'PHONE' AND "done_at" IS NULL AND "ends_at" IS NULL
  AND "case_id" IS NULL AND "account_id" IS NULL AND "about_id" IS NULL;
