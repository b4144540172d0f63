import { STOP_TERMS } from './sql-terms-stops.mjs';

const OPEN = `AND "opens_at" <= "database_clock"()`;
const NOT_OVER = `AND "database_clock"() < "closes_at"`;

/**
 * By file: what a term is, and what stands there without it.
 * @type {Readonly<Record<string, readonly (readonly [was: string, instead: string])[]>>}
 */
export const TERMS = {
  '02-shared-guards': [
    [`to_jsonb(NEW) ->> TG_ARGV[0] IN ('', '{}') AND `, ''],
    [` AND to_jsonb(NEW) - TG_ARGV[0] = to_jsonb(OLD) - TG_ARGV[0]`, ''],
  ],
  '17-poll-stops': STOP_TERMS,
  '11-files': [
    [` AND "kept_at" IS NOT NULL`, ''],
    [` AND "freed_at" IS NULL`, ''],
  ],
  '12-cases': [
    [`TG_OP = 'DELETE' OR NEW."contact_value" = ''`, `NEW."contact_value" = ''`],
    [` OR NEW."contact_value" = ''`, ''],
    [`TG_OP = 'DELETE' OR NEW."contact_value" <>`, `NEW."contact_value" <>`],
    [` OR NEW."contact_value" <> OLD."contact_value"`, ''],
    [` AND "done_at" IS NULL;`, ';'],
    [`OLD."answered_at" IS NULL AND `, ''],
    [` AND OLD."ended_at" IS NULL`, ''],
    [
      `\n    AND to_jsonb(NEW) - 'answered_at' - 'ended_at' = to_jsonb(OLD) - 'answered_at' - 'ended_at'`,
      '',
    ],
  ],
  '03-polls': [
    [
      `(NEW."frozen_rule" ->> 'opensAt')::timestamptz IS DISTINCT FROM NEW."opens_at"\n        OR `,
      '',
    ],
    [
      `\n        OR (NEW."frozen_rule" ->> 'closesAt')::timestamptz IS DISTINCT FROM NEW."closes_at"`,
      '',
    ],
    [`"at" >= OLD."closes_at" OR `, ''],
    [` OR OLD."is_test" THEN\n        RAISE`, ' THEN\n        RAISE'],
    [`"is_all_counted"(OLD."id") AND `, ''],
    [` AND "do_rights_fit"(OLD."id")`, ''],
    [`to_jsonb(NEW) - "may_differ" IS DISTINCT FROM to_jsonb(OLD) - "may_differ"\n    OR `, ''],
    ...['drafted_by_id', 'checked_by_id', 'proposal_id'].map(
      (name) =>
        /** @type {const} */ ([
          `\n    OR NEW."${name}" IS NOT NULL AND NEW."${name}" IS DISTINCT FROM OLD."${name}"`,
          '',
        ]),
    ),
    [`NEW."sealed_at" := "at";`, ''],
    [`NEW."disputed_at" := "at";`, 'NULL;'],
    [`NEW."counted_at" := "at";`, ''],
    [`NEW."published_at" := "at";`, ''],
    [`CANCELLED' THEN\n      NEW."cancelled_at" := "at";`, `CANCELLED' THEN`],
    [`END IF;\n      NEW."cancelled_at" := "at";`, 'END IF;'],
    [`PERFORM "shuffle_box"(NEW."id");`, 'NULL;'],
    [`DELETE FROM "ballots" WHERE "poll_id" = NEW."id";`, 'NULL;'],
    [` AND (TG_OP <> 'UPDATE' OR NEW."poll_id" = OLD."poll_id")`, ''],
    [` AND "poll"."state" IN ('SCHEDULED', 'CLOSED')`, ''],
    [`\n    AND to_jsonb(NEW) - 'withdrawn_at' = to_jsonb(OLD) - 'withdrawn_at'`, ''],
  ],
  '04-roll': [
    [`"state" <> 'SCHEDULED' OR `, ''],
    [`OR "database_clock"() < "opens_at" `, ''],
    [` OR "database_clock"() >= "closes_at"`, ''],
    [`("user_id" IS NULL) <> "is_test"`, `"user_id" IS NULL AND NOT "is_test"`],
    [`("user_id" IS NULL) <> "is_test"`, `"user_id" IS NOT NULL AND "is_test"`],
    [`NEW."user_id" IS NULL AND `, ''],
    [` AND to_jsonb(NEW) - 'user_id' = to_jsonb(OLD) - 'user_id'`, ''],
    [` AND "channel" = 'PAPER'`, ''],
    [`    AND "state" = 'SCHEDULED' AND "opens`, '    AND "opens'],
    [OPEN, ''],
    [`${NOT_OVER};`, ';'],
    [`"drafted_by_id" = NULL, `, ''],
    [`, "checked_by_id" = NULL`, ''],
    [`"asked_by_id" = NULL, `, ''],
    [`, "settled_by_id" = NULL`, ''],
  ],
  '05-ballot-box': [
    [`"state" = 'SCHEDULED' AND "opens`, '"opens'],
    [`${OPEN} ${NOT_OVER}`, NOT_OVER],
    [` ${NOT_OVER}`, ''],
    [`OR "state" = 'CLOSED' AND "channels"`, `OR "channels"`],
    [` AND "channels" && ARRAY['PAPER', 'HANDS']::"BallotChannel"[]`, ''],
    [`\n        AND NOT EXISTS (SELECT 1 FROM "added" WHERE "unmixed")`, ''],
    [`cardinality("added"."choices") > "polls"."max_choices"\n      OR `, ''],
    [`"options"."poll_id" = "added"."poll_id" AND `, ''],
    [
      `OR cardinality("added"."points") <> CASE\n        WHEN "polls"."method" = 'POINTS' THEN cardinality("added"."choices") ELSE 0 END\n      `,
      '',
    ],
    [`"given" IS NULL OR `, ''],
    [`OR "given" < 1 `, ''],
    [` OR "given" > "polls"."points_per_option"`, ''],
    [
      `\n      OR (SELECT coalesce(sum("given"), 0) FROM unnest("added"."points") AS "given") > "polls"."points_total"`,
      '',
    ],
    [`NOT IN ('SCHEDULED', 'CLOSED')`, `NOT IN ('SCHEDULED', 'CLOSED', 'CANCELLED')`],
    [`NOT IN ('SCHEDULED', 'CLOSED')`, `NOT IN ('SCHEDULED', 'CLOSED', 'PUBLISHED')`],
    [` OR "sealed_at" IS NOT NULL`, ''],
    [`"state" <> 'CANCELLED' OR `, ''],
    [`TG_OP = 'UPDATE' OR `, ''],
    [` OR EXISTS (SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND "state" <> 'CLOSED')`, ''],
  ],
  '06-into-the-box': [
    [`"chosen", "given", true)`, '"chosen", "given", false)'],
    [`"id" = gen_random_uuid(), "choices"`, '"choices"'],
    [`AND "is_test" `, ''],
    [` AND "state" = 'SCHEDULED') THEN`, ') THEN'],
    [`"state" IN ('CLOSED', 'COUNTED', `, `"state" IN ('SCHEDULED', 'CLOSED', 'COUNTED', `],
    [`'PUBLISHED', 'ARCHIVED')`, `'PUBLISHED', 'ARCHIVED', 'CANCELLED')`],
    [` OR NOT "is_all_counted"("of_poll")`, ''],
  ],
  '07-counting': [
    [
      `\n      WHERE "poll_id" = "of_poll" AND "channel" = "way" AND "agreed_at" IS NOT NULL))`,
      `\n      WHERE "poll_id" = "of_poll" AND "channel" = "way"))`,
    ],
    [`"rights" = "receipts" AND `, ''],
    [` AND "rights" = "papers" - "by_hand"`, ''],
    [`"poll"."state" = 'CLOSED' AND `, ''],
    [` AND NEW."channel" = ANY ("poll"."channels")`, ''],
    [` AND NEW."entered_by_id" IS NOT NULL\n`, '\n'],
    [`\n      AND NEW."agreed_at" IS NULL`, ''],
    [`NEW."entered_by_id" IS NULL AND `, ''],
    [` AND to_jsonb(NEW) - 'entered_by_id' = to_jsonb(OLD) - 'entered_by_id'`, ''],
    [` AND "state" = 'CLOSED' AND "way"`, ' AND "way"'],
    [` AND "way" = ANY ("channels")`, ''],
    [` OR num_nonnulls("first"."agreed_at", "second"."agreed_at") > 0`, ''],
    [`\n    OR "first"."entered_by_id" IS NOT DISTINCT FROM "second"."entered_by_id"`, ''],
    [
      `("first"."papers", "first"."spoiled") IS DISTINCT FROM ("second"."papers", "second"."spoiled")`,
      '"first"."spoiled" IS DISTINCT FROM "second"."spoiled"',
    ],
    [
      `("first"."papers", "first"."spoiled") IS DISTINCT FROM ("second"."papers", "second"."spoiled")`,
      '"first"."papers" IS DISTINCT FROM "second"."papers"',
    ],
    [`"first"."remark" = '' OR `, ''],
    [` OR "second"."remark" = ''`, ''],
    [`PERFORM "shuffle_box"("of_poll");`, ''],
    [`"papers" = jsonb_build_object('number', "number"), `, ''],
  ],
  '09-forum': [
    [
      `\n    AND OLD."minutes_state" <> NEW."minutes_state"\n    OR `,
      '\n    AND OLD."minutes_state" <> NEW."minutes_state" AND ',
    ],
    [
      `NEW."attended", NEW."voting_residents") IS DISTINCT FROM (OLD."attended", OLD."voting_residents"`,
      `NEW."attended") IS DISTINCT FROM (OLD."attended"`,
    ],
    [`OLD."session_id", NEW."session_id") AND`, 'OLD."session_id") AND'],
    [`OLD."session_id", NEW."session_id") AND`, 'NEW."session_id") AND'],
    // What was added to public minutes is corrected and nothing else, and nothing becomes an addition by it.
    [`TG_OP = 'UPDATE' AND OLD."raised_why" <> '' AND NEW`, `TG_OP = 'UPDATE' AND NEW`],
    [`OLD."raised_why" <> '' AND NEW."raised_why" <> ''`, `OLD."raised_why" <> ''`],
    [
      `to_jsonb(NEW) - '{title,record,raised_why,version}'::text[] = to_jsonb(OLD) - '{title,record,raised_why,version}'::text[]`,
      'true',
    ],
    [` AND s."by" = 'forum'`, ''],
    [`s."by" = 'forum' AND s."proposal_id" = OLD`, `s."proposal_id" = OLD`],
    // What was taken back holds nothing.
    [`'takeBack')\n    OR`, `'')\n    OR`],
    [`'takeBack'\n  LOOP`, `''\n  LOOP`],
    [
      `\n          AND n."to" IN ('RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION')`,
      '\n          AND false',
    ],
    [
      `\n        AND n."to" IN ('RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION')`,
      '\n        AND false',
    ],
    [` AND "drop_reason" = '')`, ')'],
    [` AND i."session_id" = NEW."session_id"`, ''],
    [` AND i."session_id" = said`, ''],
    [`"support_steps" s WHERE s."session_id" = OLD."id"`, `"support_steps" s WHERE false`],
  ],
  '10-proposals': [
    [` WHEN (OLD."published_at" IS NOT NULL)`, ''],
    [` AND NEW."answer_by" IS NULL\n`, '\n'],
    [`OLD."state" <> 'NEEDS_CLARIFICATION' OR `, ''],
    [` OR OLD."answer_by" IS NOT NULL`, ''],
    [` WHEN (OLD."state" <> 'DRAFT')`, ''],
  ],
  '15-corrections': [
    [`"subject_id" = OLD."id"\n    AND `, ''],
    [`\n    AND "version" = OLD."version" - 1`, ''],
    [` AND "earlier" @> changed`, ''],
    [` AND "kind"::text = TG_ARGV[0]`, ''],
    [` WHEN (OLD."raised_why" <> '')`, ''],
    [`NEW."state" = 'WITHDRAWN' OR `, ''],
    [` OR NEW."body" = ''`, ''],
    [`OLD."published_at" IS NOT NULL AND OLD."on_behalf" AND`, `OLD."on_behalf" AND`],
    [
      `OLD."published_at" IS NOT NULL AND OLD."on_behalf" AND`,
      `OLD."published_at" IS NOT NULL AND`,
    ],
    // What may go with whoever takes a card back, and with whoever takes back their own words.
    [`(NEW."state" = 'WITHDRAWN'\n    AND `, '('],
    [`\n    AND NEW."title" = OLD."title" AND NEW."body"`, `\n    AND NEW."body"`],
    [` AND NEW."body" IN (OLD."body", '') AND`, ' AND'],
    [` AND NEW."place" IN (OLD."place", '')))\n  EXECUTE`, `))\n  EXECUTE`],
    [`(NEW."state" = 'WITHDRAWN' AND `, '('],
    [`'WITHDRAWN' AND NEW."title" = OLD."title" AND`, `'WITHDRAWN' AND`],
    [` AND NEW."body" IN (OLD."body", '')\n`, '\n'],
    [`\n      AND NEW."place" IN (OLD."place", '')`, ''],
    [`OLD."published_at" IS NOT NULL AND (NEW."on_behalf"`, `(NEW."on_behalf"`],
    [`NEW."on_behalf" <> OLD."on_behalf" OR `, ''],
    [`NOT OLD."on_behalf"\n    AND `, ''],
  ],
  '14-figures': [
    [
      `EXISTS (SELECT FROM "added" GROUP BY "period" HAVING count(DISTINCT "closed_at") > 1) OR `,
      '',
    ],
    [
      ` OR EXISTS (\n    SELECT FROM "added" WHERE abs(extract(epoch FROM "closed_at" - "database_clock"())) > 600)`,
      '',
    ],
    [
      `abs(extract(epoch FROM "closed_at" - "database_clock"()))`,
      `extract(epoch FROM "closed_at" - "database_clock"())`,
    ],
    [
      `abs(extract(epoch FROM "closed_at" - "database_clock"()))`,
      `extract(epoch FROM "database_clock"() - "closed_at")`,
    ],
    [`"id" NOT IN (SELECT "id" FROM "added")`, `"id" IS NULL`],
    [`coalesce(nullif(substr("period", 7), '')::int * 3, 12)`, '12'],
    [
      `nullif(substr("period", 7), '')::int * 3, 12)`,
      `nullif(substr("period", 7), '')::int * 3, 9)`,
    ],
  ],
};
