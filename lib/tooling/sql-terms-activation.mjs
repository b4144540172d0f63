/** See `sql-terms.mjs`. @type {readonly (readonly [was: string, instead: string])[]} */
export const ACTIVATION_TERMS = [
  [` AND "reached" IS NOT NULL`, ''],
  [`OLD."decided_at" > "database_clock"() - interval '24 hours' AND NEW`, 'NEW'],
  [`\n    AND NEW."state" = OLD."decided_from"`, ''],
  [
    ` - ARRAY['state', 'reason', 'decided_at', 'decided_by', 'decided_from', 'published', 'version']\n      = to_jsonb(OLD)`,
    ` - ARRAY['state', 'reason', 'decided_at', 'decided_by', 'decided_from', 'published', 'version']\n      = to_jsonb(NEW)`,
  ],
  [`OLD."state" <> 'CONCEPT' OR `, ''],
  [`OLD."version" <> 0 OR `, ''],
  [`OLD."follows_id" IS NULL\n    OR `, ''],
  [`\n    OR OLD."created_at" <= "database_clock"() - interval '24 hours')`, ')'],
  [` JOIN "activation_evaluations" USING ("format_id")`, ''],
  [`NEW."state" <> OLD."state" AND (`, '('],
  [
    `'EVALUATED', 'ESTABLISHED', 'ADJUSTED') AND NOT EXISTS`,
    `'ESTABLISHED', 'ADJUSTED') AND NOT EXISTS`,
  ],
  [`NEW."quotes" IN ('', OLD."quotes") AND to_jsonb`, 'to_jsonb'],
  [
    ` AND to_jsonb(NEW) - ARRAY['quotes', 'version'] = to_jsonb(OLD) - ARRAY['quotes', 'version']`,
    '',
  ],
  [` OR (moved."state" = 'EVALUATED' AND TG_OP <> 'INSERT')`, ''],
  [` AND TG_OP <> 'INSERT'`, ''],
  [` AND "id" <> OLD."id"`, ''],
  [` AND moved."state" = 'IN_TRIAL'`, ''],
  [` OR (moved."state" = 'EVALUATED' AND TG_OP = 'DELETE')`, ''],
  [`moved."state" = 'EVALUATED' AND TG_OP = 'DELETE'`, `moved."state" = 'EVALUATED'`],
];
