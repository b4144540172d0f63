/** @typedef {import('../testing/guard-tries').Try} Try */

const id = (/** @type {number} */ of) => `'00000000-0000-4000-8000-0000000000${10 + of}'`;
const FORMAT = id(1);
const OTHER = id(2);

const format = (/** @type {string} */ state, more = `NULL, NULL`, key = FORMAT) => `
  INSERT INTO activation_formats (id, name, short_description, goal, procedure, state, created_at, decided_at, decided_by)
  VALUES (${key}, 'try', 'try', 'try', 'try', '${state}', now(), ${more}); `;
const concept = format('CONCEPT');
const trial = (/** @type {number} */ key, reached = '5', of = FORMAT) => `
  INSERT INTO activation_trials (id, format_id, day, district_id, ran_by, reached, quotes)
  SELECT ${id(key)}, ${of}, '2026-09-01', id, 'OFFICE', ${reached}, 'try' FROM districts LIMIT 1; `;
const evaluation = `
  INSERT INTO activation_evaluations (format_id, goal_reached, what_worked, what_to_change, evaluated_at)
  VALUES (${FORMAT}, 'YES', 'try', 'try', now()); `;
const to = (/** @type {string} */ state, more = '') =>
  `UPDATE activation_formats SET state = '${state}'${more} WHERE id = ${FORMAT}; `;
const decided = (/** @type {string} */ state) =>
  to(state, `, decided_at = now(), decided_by = 'OFFICE'`);
const inTrial = concept + trial(3) + to('IN_TRIAL');
const evaluated = inTrial + evaluation + to('EVALUATED');
const established = evaluated + decided('ESTABLISHED');
/** @param {string} state @param {number} hours */
const madeBefore = (state, hours) =>
  to(
    state,
    `, decided_at = now() - interval '${hours} hours 1 millisecond', decided_by = 'OFFICE', decided_from = 'EVALUATED'`,
  );
const back = (/** @type {string} */ state, more = '') =>
  to(state, `, decided_at = NULL, decided_by = NULL, decided_from = NULL, reason = ''${more}`);
const edition = (/** @type {string} */ more) => `
  INSERT INTO activation_formats (id, name, short_description, goal, procedure, state, edition, follows_id, version, created_at)
  VALUES (${OTHER}, 'try', 'try', 'try', 'try', 'CONCEPT', 2, ${FORMAT}, ${more}); `;
const undone = `DELETE FROM activation_formats WHERE id = ${OTHER}; `;
const strike = (/** @type {number} */ key) =>
  `DELETE FROM activation_trials WHERE id = ${id(key)}; `;
const setTrial = (/** @type {string} */ set) =>
  `UPDATE activation_trials SET ${set} WHERE id = ${id(3)}; `;
const setFormat = (/** @type {string} */ set) =>
  `UPDATE activation_formats SET ${set} WHERE id = ${FORMAT}; `;
const setEvaluation = `UPDATE activation_evaluations SET what_worked = 'x' WHERE format_id = ${FORMAT}; `;
/** @param {string} statements @param {string} outcome @returns {Try} */
const is = (statements, outcome) => [statements, outcome];
const fine = (/** @type {string} */ statements) => is(`${statements}SELECT true`, 'true');

const BEGINS = 'a format begins as an idea or a concept';
const WAY = 'a format does not go this way';
const NOBODY = 'nobody tries this format';
const NOT_EVALUATED = 'no trial of this format was evaluated';
const LEARNT = 'what was learnt stays';
const STAYS = 'what was decided about a format stays';
const EVALUATED_STAYS = 'what was evaluated stays';

const PHOTO = `
  INSERT INTO stored_files (id, hash, bytes, type) VALUES (${id(8)}, 'try', 1, 'image/jpeg');
  INSERT INTO activation_photos (id, trial_id, position, file_id, alt_text, consent, shown)
  VALUES (${id(8)}, ${id(3)}, 1, ${id(8)}, 'a try', 'NOBODY', false); `;

const SURVEY = id(6);
const draft = `
  INSERT INTO activation_surveys (id, code, title, intro, starts_on, ends_on, created_at)
  VALUES (${SURVEY}, '346ACD', 'try', 'try', '2026-09-01', '2026-09-02', now()); `;
const OPENS = `UPDATE activation_surveys SET opened = true WHERE id = ${SURVEY}; `;
const CLOSES = OPENS.replace('true', 'false');
const STAYS_OPEN = 'a survey that was answered or finished stays so';
const FINISHES = `UPDATE activation_surveys SET finished = true WHERE id = ${SURVEY}; `;
const BACK = FINISHES.replace('true', 'false');
const TELLS = `UPDATE activation_surveys SET told_at = now(), summary = 'try' WHERE id = ${SURVEY}; `;
const LONGER = `UPDATE activation_surveys SET ends_on = '2026-09-03' WHERE id = ${SURVEY}; `;
const TITLED = `UPDATE activation_surveys SET title = 'x' WHERE id = ${SURVEY}; `;
/** One of which all sheets were in so long ago. */
const finishedAt = (/** @type {string} */ ago) => `
  INSERT INTO activation_surveys (id, code, title, intro, starts_on, ends_on, created_at, opened, finished, finished_at)
  VALUES (${SURVEY}, '346ACD', 'try', 'try', '2026-09-01', '2026-09-02', now(), true, true, now() - interval '${ago}'); `;
const INVITES = `UPDATE activation_surveys SET invited_at = now() WHERE id = ${SURVEY}; `;
const GOES = `DELETE FROM activation_surveys WHERE id = ${SURVEY}; `;
const QUESTION = `INSERT INTO activation_questions (survey_id, position, text) VALUES (${SURVEY}, 1, 'try'); `;
const ANSWER = `INSERT INTO activation_answers (id, survey_id, mode) VALUES (${id(7)}, ${SURVEY}, 'WEB'); `;
const INVITATION = `
  INSERT INTO activation_invitations (id, survey_id, name, contact) VALUES (${id(7)}, ${SURVEY}, 'try', 'try'); `;
const ASKED_STAYS = 'what was asked stays';
/** What may be done with questions; one stands there already. @param {boolean} stands */
const asked = (stands) => [
  stands ? QUESTION.replace(', 1,', ', 2,') : QUESTION,
  `UPDATE activation_questions SET text = 'x'; `,
  'DELETE FROM activation_questions; ',
];

/** A format goes its way, and what was learnt on it stays. @type {readonly Try[]} */
const TRIES = [
  [format('IN_TRIAL'), BEGINS],
  [format('DISCARDED', `now(), 'OFFICE'`), BEGINS],
  [concept + to('EVALUATED'), WAY],
  [concept + decided('ESTABLISHED'), WAY],
  [concept + to('IDEA'), WAY],
  [inTrial + decided('ESTABLISHED'), WAY],
  [concept + to('IN_TRIAL'), NOBODY],
  [inTrial + to('EVALUATED'), NOT_EVALUATED],
  [concept + trial(3, 'NULL') + to('IN_TRIAL') + evaluation + to('EVALUATED'), NOT_EVALUATED],
  fine(established),
  fine(evaluated + decided('ADJUSTED')),
  fine(inTrial + to('CONCEPT') + strike(3)),
  fine(evaluated + trial(4) + to('IN_TRIAL')),
  fine(inTrial + decided('DISCARDED').replace(`state =`, `reason = 'try', state =`)),
  [established + setFormat(`name = 'x'`), STAYS],
  [established + to('EVALUATED', ', decided_at = NULL, decided_by = NULL'), STAYS],
  fine(evaluated + madeBefore('ESTABLISHED', 23) + back('EVALUATED') + setEvaluation),
  [evaluated + madeBefore('ESTABLISHED', 24) + back('EVALUATED'), STAYS],
  [evaluated + madeBefore('ADJUSTED', 1) + back('IN_TRIAL'), STAYS],
  [evaluated + madeBefore('ADJUSTED', 1) + back('EVALUATED', `, name = 'x'`), STAYS],
  [`${concept}DELETE FROM activation_formats WHERE id = ${FORMAT}`, LEARNT],
  fine(concept + edition('0, now()') + undone),
  [concept + edition('1, now()') + undone, LEARNT],
  [concept + edition(`0, now() - interval '24 hours 1 millisecond'`) + undone, LEARNT],
  [
    concept +
      edition('0, now()') +
      setFormat(
        `state = 'DISCARDED', reason = 'x', decided_at = now(), decided_by = 'OFFICE'`,
      ).replaceAll(FORMAT, OTHER) +
      undone,
    LEARNT,
  ],
  fine(
    established +
      setFormat(
        `published = true, public_name = 'x', public_text = 'x', public_learnt = 'x', version = 9`,
      ),
  ),
  [evaluated + setFormat(`goal = 'x'`), 'the goal that was evaluated stays'],
  [evaluated + setTrial('reached = 9'), EVALUATED_STAYS],
  [established + setTrial('reached = 9'), EVALUATED_STAYS],
  [evaluated + setTrial(`quotes = '', reached = 9`), EVALUATED_STAYS],
  fine(established + setTrial('version = 9') + setTrial(`quotes = ''`)),
  [established + setTrial(`quotes = 'x', version = 9`), EVALUATED_STAYS],
  [established + setTrial(`quotes = 'x'`), EVALUATED_STAYS],
  [evaluated + strike(3), EVALUATED_STAYS],
  [established + trial(4), EVALUATED_STAYS],
  [inTrial + strike(3), NOBODY],
  fine(inTrial + trial(4) + strike(3)),
  fine(concept + trial(3) + strike(3)),
  [
    inTrial + format('CONCEPT', undefined, OTHER) + setTrial(`format_id = ${OTHER}`),
    'a trial is of one format',
  ],
  fine(evaluated + setEvaluation),
  [established + setEvaluation, EVALUATED_STAYS],
  [`${evaluated}DELETE FROM activation_evaluations WHERE format_id = ${FORMAT}; `, EVALUATED_STAYS],
  fine(`${inTrial}${evaluation}DELETE FROM activation_evaluations WHERE format_id = ${FORMAT}; `),
  ...asked(false).map((one) => fine(draft + one)),
  ...asked(true).map((one) => is(draft + QUESTION + OPENS + one, ASKED_STAYS)),
  ...[ANSWER, INVITATION].flatMap((one) => [
    is(draft + one, 'nobody asks this'),
    fine(draft + OPENS + one),
  ]),
  ...[ANSWER, INVITATION].map((one) => is(draft + OPENS + FINISHES + one, 'nobody asks this')),
  fine(draft + QUESTION + OPENS + CLOSES + GOES),
  ...[ANSWER, INVITATION, FINISHES].map((one) => is(draft + OPENS + one + CLOSES, STAYS_OPEN)),
  fine(draft + OPENS + ANSWER + FINISHES + BACK + INVITATION),
  ...[INVITES, TELLS].map((one) => is(draft + OPENS + FINISHES + one + BACK, STAYS_OPEN)),
  [`${finishedAt('25 hours')}${BACK}`, STAYS_OPEN],
  [`${finishedAt('25 hours')}${TITLED}${BACK}`, STAYS_OPEN],
  [
    finishedAt('25 hours') + TITLED.replace(`title = 'x'`, 'finished_at = now()') + BACK,
    STAYS_OPEN,
  ],
  fine(finishedAt('23 hours') + BACK),
  [finishedAt('1 hours') + BACK.replace('finished', 'opened = false, finished'), STAYS_OPEN],
  [draft + OPENS + FINISHES + BACK + LONGER, 'the days of a survey that was read stay'],
  fine(draft + OPENS + LONGER),
  fine(draft + OPENS + OPENS),
  [inTrial + PHOTO, 'this file does not lie in the store'],
  fine(draft + QUESTION + GOES),
  [draft + OPENS + GOES, ASKED_STAYS],
  [
    draft + OPENS + FINISHES + INVITES + INVITES.replace('now()', 'NULL'),
    'this was settled before',
  ],
];

const underWay = `SELECT FROM activation_formats WHERE id = ${FORMAT} FOR NO KEY UPDATE`;

/** @type {import('../tooling/tried.mjs').TriedOf} */
export const tried = {
  '20-activation': {
    tries: TRIES,
    // Whoever changes a trial or an evaluation waits for whoever moves its format: one lies there.
    standing: concept,
    locks: [
      [underWay, trial(5)],
      [underWay, evaluation],
    ],
    terms: [
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
    ],
  },
};
