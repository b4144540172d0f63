-- On no agenda of that session stands the proposal: that the Forum said this was entered by the office, more is not known.
ALTER TABLE "proposal_steps" DISABLE TRIGGER USER;
UPDATE "proposal_steps" s SET "by" = 'office'
WHERE s."by" = 'forum' AND NOT EXISTS (
  SELECT FROM "agenda_proposals" l JOIN "agenda_items" i ON i."id" = l."agenda_item_id"
  WHERE l."proposal_id" = s."proposal_id" AND i."session_id" = s."session_id");
ALTER TABLE "proposal_steps" ENABLE TRIGGER USER;
