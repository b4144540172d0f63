import type { Try } from './guard-tries';

const named = (id: number) => `'00000000-0000-4000-8000-00000000000${id}'`;

const KEPT = 'what stood there before is not kept';
/** A decision, a task and a statement that are there, and one correction of each kind. */
const decision = `INSERT INTO decisions (id, session_id, agenda_no, text, yes, no, abstain, result, version)
  VALUES (${named(7)}, {drafted}, 1, 'old', 1, 0, 0, 'adopted', 2); `;
const corrected = (earlier = `'{"text": "old"}'`, version = 1, id = 7, kind = 'DECISION') =>
  `INSERT INTO corrections (id, kind, subject_id, version, at, reason, earlier)
   VALUES (gen_random_uuid(), '${kind}', ${named(id)}, ${version}, now(), 'why', ${earlier}); `;
const reworded = `UPDATE decisions SET text = 'new' WHERE id = ${named(7)}`;
const task = `INSERT INTO forum_tasks (id, session_id, text, assignee)
  VALUES (${named(7)}, {drafted}, 'old', 'x'); `;
const statement = `INSERT INTO statements (id, proposal_id, partner_id, result, text, received_at)
  SELECT ${named(7)}, (SELECT id FROM proposals LIMIT 1), (SELECT id FROM partners LIMIT 1), 'feasible', 'x', now(); `;

/** What was added to minutes everybody reads, and an item they had from the beginning. */
const added = `INSERT INTO agenda_items
  SELECT (jsonb_populate_record(a, jsonb_build_object('id', ${named(7)}, 'position', 91, 'title', 'old',
    'raised_at', now(), 'raised_why', 'why', 'record', 'old', 'version', 2))).*
  FROM agenda_items a WHERE session_id = {confirmed} LIMIT 1; `;
const ofAdded = (set: string) => `UPDATE agenda_items SET ${set} WHERE id = ${named(7)}`;
const keptOfAdded = corrected(
  `'{"title": "old", "record": "old", "raised_why": "why"}'`,
  1,
  7,
  'AGENDA_ITEM',
);
const announced = `UPDATE agenda_items SET title = 'new' WHERE session_id = {confirmed} AND raised_why = ''`;
/** What came up in the evening and stood in them when they were handed over. */
const raised = `ALTER TABLE agenda_items DISABLE TRIGGER USER;
  UPDATE agenda_items SET raised_at = now(), record = 'old' WHERE session_id = {confirmed};
  ALTER TABLE agenda_items ENABLE TRIGGER USER; `;
const HANDED_OVER = 'the minutes are handed over';

/** A card the office typed in, and a correction of it. */
const card = (published = 'now()', onBehalf = true) => `INSERT INTO proposals
  SELECT (jsonb_populate_record(p, jsonb_build_object('id', ${named(7)}, 'number', -1, 'code_hash', 'try',
    'on_behalf', ${onBehalf}, 'title', 'old', 'version', 2, 'state', 'PUBLISHED', 'published_at', ${published}))).*
  FROM proposals p LIMIT 1; `;
const ofCard = (set: string) => `UPDATE proposals SET ${set} WHERE id = ${named(7)}; `;
const OWN_WORDS = 'what somebody wrote themselves stays as it came';

const pollNote = `INSERT INTO poll_notes (id, poll_id, text, published_at, version)
  SELECT ${named(7)}, (SELECT id FROM polls LIMIT 1), 'old', now(), 2; `;
const renoted = `UPDATE poll_notes SET text = 'new' WHERE id = ${named(7)}`;

/** Why a poll was called off is written anew, and this is kept of it. */
const stopCorrected = (earlier: string) => `
  INSERT INTO corrections (id, kind, subject_id, version, at, reason, earlier)
  SELECT gen_random_uuid(), 'POLL_STOP', id, version, now(), 'why', (${earlier})::jsonb FROM polls WHERE id = {called};
  UPDATE polls SET version = version + 1 WHERE id = {called};
  UPDATE polls SET cancel_reason = 'new' WHERE id = {called}`;

/** A step as it stands in the history of a proposal. */
const step = `INSERT INTO proposal_steps (id, proposal_id, "to", at, by, note, version)
  SELECT ${named(7)}, (SELECT id FROM proposals LIMIT 1), 'DONE', now(), 'office', 'old', 2; `;
const restepped = `UPDATE proposal_steps SET note = 'new' WHERE id = ${named(7)}`;

const TRIED = `subject_id = ${named(7)}`;

/** Held by the minutes, which let nothing else of it change, and by its corrections. */
export const ADDITION_TRIES: readonly Try[] = [
  ...[`title = 'new'`, `record = 'new'`, `raised_why = 'new'`].flatMap((set): Try[] => [
    [added + ofAdded(set), KEPT],
    [added + keptOfAdded + ofAdded(set), 'UPDATE 1'],
  ]),
  [added + ofAdded('version = 3'), 'UPDATE 1'],
  [added + ofAdded('position = 92'), HANDED_OVER],
  [added + ofAdded('raised_at = NULL'), HANDED_OVER],
  [added + keptOfAdded + ofAdded(`raised_why = ''`), HANDED_OVER],
  [added + announced, HANDED_OVER],
  [`${raised}UPDATE agenda_items SET raised_why = 'x' WHERE session_id = {confirmed}`, HANDED_OVER],
  [`UPDATE agenda_items SET title = 'new' WHERE session_id = {drafted}; SELECT true`, 'true'],
];

/** What may be emptied is changed in no other way. */
export const EMPTIED_TRIES: readonly Try[] = [
  [`${corrected()}UPDATE corrections SET reason = 'x'`, 'a correction is not rewritten'],
  [
    `${corrected()}UPDATE corrections SET earlier = '{"text": "x"}'`,
    'a correction is not rewritten',
  ],
  [
    `${corrected()}UPDATE corrections SET earlier = '{}', reason = 'x'`,
    'a correction is not rewritten',
  ],
  [`${corrected()}UPDATE corrections SET earlier = '{}' WHERE ${TRIED}`, 'UPDATE 1'],
];

export const CORRECTION_TRIES: readonly Try[] = [
  [decision + reworded, KEPT],
  [decision + corrected(`'{"text": "other"}'`) + reworded, KEPT],
  [decision + corrected(undefined, 2) + reworded, KEPT],
  [decision + corrected(undefined, 1, 8) + reworded, KEPT],
  [decision + corrected(undefined, 1, 7, 'CALL') + reworded, KEPT],
  [decision + corrected() + reworded, 'UPDATE 1'],
  [`${decision}UPDATE decisions SET agenda_no = 3 WHERE id = ${named(7)}`, KEPT],
  [`${decision}UPDATE decisions SET version = 3 WHERE id = ${named(7)}`, 'UPDATE 1'],
  [`${task}UPDATE forum_tasks SET assignee = 'y' WHERE id = ${named(7)}`, KEPT],
  [`${task}UPDATE forum_tasks SET done = true WHERE id = ${named(7)}`, 'UPDATE 1'],
  ...ADDITION_TRIES,
  ['UPDATE forum_sessions SET attended = 99 WHERE id = {confirmed}', KEPT],
  ['UPDATE forum_sessions SET voting_residents = 1 WHERE id = {confirmed}', KEPT],
  [
    `INSERT INTO corrections (id, kind, subject_id, version, at, reason, earlier)
     SELECT gen_random_uuid(), 'TURNOUT', id, version - 1, now(), 'why', jsonb_build_object('attended', attended)
     FROM forum_sessions WHERE id = {confirmed};
     UPDATE forum_sessions SET attended = 99 WHERE id = {confirmed}`,
    'UPDATE 1',
  ],
  ['UPDATE forum_sessions SET attended = 99 WHERE id = {drafted}', 'UPDATE 1'],
  [
    `UPDATE forum_sessions SET state = 'CANCELLED' WHERE id = {full};
     UPDATE forum_sessions SET call_off_reason = 'try' WHERE id = {full}`,
    KEPT,
  ],
  [
    `UPDATE forum_sessions SET state = 'CANCELLED' WHERE id = {full};
     INSERT INTO corrections (id, kind, subject_id, version, at, reason, earlier)
     SELECT gen_random_uuid(), 'SESSION_OFF', id, version - 1, now(), 'why',
       jsonb_build_object('call_off_reason', call_off_reason) FROM forum_sessions WHERE id = {full};
     UPDATE forum_sessions SET call_off_reason = 'try' WHERE id = {full}`,
    'UPDATE 1',
  ],
  [`${statement}UPDATE statements SET plain_text = 'y' WHERE id = ${named(7)}`, KEPT],
  [`${statement}UPDATE statements SET text = 'y' WHERE id = ${named(7)}`, KEPT],
  [`${statement}UPDATE statements SET result = 'not_feasible' WHERE id = ${named(7)}`, KEPT],
  [`UPDATE proposal_steps SET note = 'x'`, KEPT],
  [step + restepped, KEPT],
  [`${step}${corrected(`'{"note": "old"}'`, 1, 7, 'STEP_NOTE')}${restepped}`, 'UPDATE 1'],
  [
    `${step}${corrected()}DELETE FROM proposal_steps WHERE id = ${named(7)};
     SELECT (earlier = '{}')::text FROM corrections WHERE ${TRIED}`,
    'true',
  ],
  [pollNote + renoted, KEPT],
  [pollNote + corrected(undefined, 1, 7, 'POLL_NOTE') + renoted, 'UPDATE 1'],
  [`UPDATE polls SET cancel_reason = 'x' WHERE id = {called}`, KEPT],
  [stopCorrected(`'{"cancel_reason": "' || cancel_reason || '"}'`), 'UPDATE 1'],
  [stopCorrected(`'{"question": "x"}'`), KEPT],
  [`UPDATE proposals SET title = 'x'`, OWN_WORDS],
  ['UPDATE proposals SET on_behalf = NOT on_behalf', OWN_WORDS],
  [card() + ofCard('on_behalf = false'), OWN_WORDS],
  [card() + ofCard(`title = 'new'`), KEPT],
  [
    `${card()}${corrected(`'{"title": "old"}'`, 1, 7, 'PROPOSAL')}${ofCard(`title = 'new'`)}SELECT true`,
    'true',
  ],
  [`${card('NULL')}${ofCard(`title = 'agreed'`)}SELECT true`, 'true'],
  [`${card('NULL', false)}${ofCard(`title = 'agreed'`)}SELECT true`, 'true'],
  ...[true, false].flatMap((onBehalf): Try[] => {
    const taken = (set: string) =>
      `${card('now()', onBehalf)}${ofCard(`state = 'WITHDRAWN', ${set}`)}SELECT true`;
    const refused = onBehalf ? KEPT : OWN_WORDS;
    return [
      [taken(`body = '', place = ''`), 'true'],
      ...[`title = ''`, `body = 'x'`, `place = 'x'`].map((set): Try => [taken(set), refused]),
      [`${card('now()', onBehalf)}${ofCard(`body = '', place = ''`)}SELECT true`, refused],
    ];
  }),
  ...[
    `DELETE FROM proposals WHERE id = ${named(7)}; `,
    ofCard(`state = 'WITHDRAWN'`),
    ofCard(`body = ''`),
  ].map(
    (goes): Try => [
      `${card('NULL')}${corrected()}${goes}SELECT (earlier = '{}')::text FROM corrections WHERE subject_id = ${named(7)}`,
      'true',
    ],
  ),
  ...EMPTIED_TRIES,
  [`${corrected()}DELETE FROM corrections`, 'a correction stays'],
  [
    `${corrected()}ALTER TABLE corrections DISABLE TRIGGER ALL;
     UPDATE corrections SET kind = 'CALL' WHERE ${TRIED}; ALTER TABLE corrections ENABLE TRIGGER ALL;
     DELETE FROM corrections WHERE ${TRIED}`,
    'DELETE 1',
  ],
];
