-- What is joined keeps what it brought: its numbers were copied to its lead before and are counted there now.
WITH brought AS (
  SELECT p."merged_into_id" AS id, sum(p."paper_supporters") AS supporters, sum(p."paper_signatures") AS signatures
  FROM "proposals" p
  WHERE p."state" = 'MERGED' AND p."merged_into_id" IS NOT NULL
    -- Done by the program, and not told of by a demo, which copies nothing.
    AND EXISTS (SELECT FROM "proposal_steps" s WHERE s."proposal_id" = p."id" AND s."step" = 'merge')
  GROUP BY p."merged_into_id"
)
UPDATE "proposals" p SET
  "paper_supporters" = greatest(0, p."paper_supporters" - brought.supporters),
  "paper_signatures" = greatest(0, p."paper_signatures" - brought.signatures)
FROM brought WHERE p."id" = brought.id;
