/**
 * Terms of what guards the taking away from a poll: what a term is, and what stands there without it.
 * @type {readonly (readonly [was: string, instead: string])[]}
 */
export const STOP_TERMS = [
  [`NOT NEW."late" AND NEW."asked`, `NEW."asked`],
  [`NEW."late" AND NOT NEW."agreed" AND OLD`, `NOT NEW."agreed" AND OLD`],
  [`NEW."late" AND NOT NEW."agreed" AND OLD`, `NEW."late" AND OLD`],
  [`NOT NEW."agreed" AND OLD."settled_at" IS NULL`, `NOT NEW."agreed"`],
  [
    `\n    AND to_jsonb(NEW) - ARRAY['settled_at', 'agreed', 'late'] = to_jsonb(OLD) - ARRAY['settled_at', 'agreed', 'late']`,
    '',
  ],
  [` AND "state" IN ('COUNTED', 'PUBLISHED', 'ARCHIVED')`, ''],
  [`SELECT "database_clock"() INTO NEW."settled_at";`, ''],
  [`NEW."asked_by_id" IS NOT NULL AND num_nonnulls`, 'num_nonnulls'],
  [
    `num_nonnulls(NEW."settled_by_id", NEW."settled_at", NEW."agreed") = 0\n      AND NOT NEW."alone"`,
    `NOT NEW."alone"`,
  ],
  [`\n      AND NOT NEW."alone" AND (NEW`, ' AND (NEW'],
  [` AND "poll_id" = NEW."poll_id"`, ''],
  [`NEW."asked_at" := "database_clock"();`, ''],
  [`NEW."settled_at" := "database_clock"();`, ''],
  [`\n    AND (NEW."asked_by_id" IS NULL OR NEW."asked_by_id" = OLD."asked_by_id")`, ''],
  [`\n    AND (NEW."settled_by_id" IS NULL OR NEW."settled_by_id" = OLD."settled_by_id")`, ''],
  [`OLD."settled_at" IS NULL AND NEW."agreed" IS NOT NULL`, `NEW."agreed" IS NOT NULL`],
  [` AND NEW."settled_by_id" IS NOT NULL\n`, '\n'],
  [`NEW."settled_by_id" IS DISTINCT FROM OLD."asked_by_id" OR `, ''],
  [`"user_id" <> NEW."settled_by_id"\n        AND `, ''],
  [` AND "option_id" IS NULL AND "agreed" AND "reason"`, ' AND "agreed" AND "reason"'],
  [` AND "agreed" AND "reason" = NEW."cancel_reason"`, ' AND "reason" = NEW."cancel_reason"'],
  [` AND "reason" = NEW."cancel_reason"`, ''],
  [`OLD."agreed" AND OLD."option_id" IS NULL AND to_`, `OLD."option_id" IS NULL AND to_`],
  [`OLD."agreed" AND OLD."option_id" IS NULL AND to_`, `OLD."agreed" AND to_`],
  [` AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason'`, ''],
  [` AND "state" = 'CANCELLED' AND "cancel_reason"`, ' AND "cancel_reason"'],
  [` AND "cancel_reason" = NEW."reason"`, ''],
  [`"option_id" = NEW."id" AND "agreed"`, `"option_id" = NEW."id"`],
  [`"option_id" = NEW."id" AND "agreed"`, `"agreed"`],
];
