-- Nothing waits for a body that the proposal is not with any more.
UPDATE "handovers" h SET "closed_at" = greatest(h."sent_at", p."state_since")
FROM "proposals" p
WHERE p."id" = h."proposal_id" AND h."closed_at" IS NULL AND p."state" <> 'HANDED_OVER';
