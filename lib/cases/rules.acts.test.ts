import fs from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { withDays } from '@/lib/tooling/seed/days.mjs';
import { fillParts, readDemoParts } from '@/lib/tooling/seed/parts.mjs';
import { createInserter } from '@/lib/tooling/seed/rows.mjs';
import { createShift } from '@/lib/tooling/seed/shift.mjs';
import { databaseNamed } from '@/lib/tooling/test-server.mjs';

testDatabase();

/** Of which rows `t` a sentence is said, and what must lie in the database for it. */
type Proof = readonly [said: string, proof: string];

const proposal = (state: string, proof: string): Proof => [
  `proposals t WHERE t.state = '${state}'`,
  proof,
];
const step = (to: string, more = 'true') =>
  `EXISTS (SELECT FROM proposal_steps s WHERE s.proposal_id = t.id AND s."to" = '${to}' AND ${more})`;
const met = `s.by = 'forum' AND EXISTS (SELECT FROM forum_sessions f WHERE f.id = s.session_id
  AND f.state IN ('RUNNING', 'HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED'))
  AND EXISTS (SELECT FROM agenda_proposals l JOIN agenda_items i ON i.id = l.agenda_item_id
    WHERE l.proposal_id = t.id AND i.session_id = s.session_id)`;
/** Said of a state unless all that is known is that the office entered it. */
const byForum = (state: string): Proof => [
  `proposals t WHERE t.state = '${state}' AND ${step(state, "s.by = 'forum'")}`,
  step(state, met),
];
const handover = (more: string) =>
  `EXISTS (SELECT FROM handovers h WHERE h.proposal_id = t.id AND h.closed_at IS NULL AND ${more})`;
const withBody = (isSent: boolean): string =>
  `proposals t WHERE t.state = 'HANDED_OVER' AND ${handover(`h.sent_at IS ${isSent ? 'NOT ' : ''}NULL`)}`;
const poll = "EXISTS (SELECT FROM polls p WHERE p.proposal_id = t.id AND p.state <> 'DRAFT')";
const statement = 'EXISTS (SELECT FROM statements a WHERE a.proposal_id = t.id)';
const sent = handover(
  'h.sent_at IS NOT NULL AND h.sent_how IS NOT NULL AND NOT EXISTS (SELECT FROM outgoing_mails m WHERE m.id = h.mail_id AND m.sent_at IS NULL)',
);

const PROPOSALS: Record<string, Proof> = {
  DRAFT: proposal('DRAFT', 'true'),
  SUBMITTED: proposal('SUBMITTED', step('SUBMITTED')),
  UNDER_REVIEW: proposal('UNDER_REVIEW', step('UNDER_REVIEW')),
  NEEDS_CLARIFICATION: proposal('NEEDS_CLARIFICATION', "t.question <> ''"),
  NOT_PUBLISHED: proposal('NOT_PUBLISHED', 't.published_at IS NULL'),
  PUBLISHED: proposal('PUBLISHED', 't.published_at IS NOT NULL'),
  MERGED: proposal('MERGED', 't.merged_into_id IS NOT NULL'),
  IN_FORUM: proposal('IN_FORUM', step('IN_FORUM', "s.by = 'office'")),
  IN_VOTE: [
    "proposals t WHERE t.state = 'IN_VOTE' AND t.vote_closes_at > now()",
    `${step('IN_VOTE', "s.by = 'poll'")} AND ${poll}`,
  ],
  VOTE_OVER: ["proposals t WHERE t.state = 'IN_VOTE' AND t.vote_closes_at <= now()", poll],
  ADOPTED: byForum('ADOPTED'),
  DECLINED: byForum('DECLINED'),
  ON_HOLD: byForum('ON_HOLD'),
  ENTERED: [
    "proposals t WHERE t.state IN ('ADOPTED', 'DECLINED', 'ON_HOLD') AND NOT EXISTS (SELECT FROM proposal_steps s WHERE s.proposal_id = t.id AND s.\"to\" = t.state AND s.by = 'forum')",
    'EXISTS (SELECT FROM proposal_steps s WHERE s.proposal_id = t.id AND s."to" = t.state)',
  ],
  HANDED_OVER: [withBody(false), handover('h.recorded_at IS NOT NULL')],
  ASKED: [withBody(true), sent],
  OVERDUE: [
    `proposals t WHERE t.state = 'HANDED_OVER' AND ${handover('h.sent_at IS NOT NULL AND h.answer_due_at < now()')}`,
    sent,
  ],
  STATEMENT_RECEIVED: proposal('STATEMENT_RECEIVED', statement),
  IN_PROGRESS: proposal('IN_PROGRESS', step('IN_PROGRESS')),
  DONE: proposal('DONE', `${step('DONE')} AND t.result_note <> ''`),
  NOT_FEASIBLE: proposal('NOT_FEASIBLE', "t.reason_code <> ''"),
  WITHDRAWN: proposal('WITHDRAWN', step('WITHDRAWN')),
};

const request = (state: string, more = 'true'): Proof => [
  `support_requests t WHERE t.state = '${state}'`,
  `EXISTS (SELECT FROM support_steps s WHERE s.request_id = t.id AND s."to" = '${state}' AND ${more})`,
];

const REQUESTS: Record<string, Proof> = {
  ...Object.fromEntries(
    ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION', 'IN_PROGRESS', 'SETTLEMENT_DUE']
      .concat(['COMPLETED', 'DECLINED', 'WITHDRAWN'])
      .map((state) => [state, request(state)]),
  ),
  CONFIRMED: request('CONFIRMED', "(NOT 'MONEY' = ANY(t.kinds) OR s.session_id IS NOT NULL)"),
};

const TABLES: Record<string, Record<string, Proof>> = {
  'proposals: proposals.sentence': PROPOSALS,
  'initiatives: initiatives.state': REQUESTS,
};

let client: pg.Client;

beforeAll(async () => {
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  client = new pg.Client({ connectionString: databaseNamed(inject('postgresUrl'), name) });
  await client.connect();
  const written = JSON.parse(fs.readFileSync('prisma/demo/demo-content.json', 'utf8'));
  const shift = createShift(written.meta.anchorDate, new Date(), 'Europe/Berlin');
  await client.query("SELECT setval('case_number', 200)");
  const demo = {
    ...{ client, shift, content: withDays(written, shift), insert: createInserter(client) },
    hash: (purpose: string, value: string) => `${purpose} ${value}`,
  };
  await fillParts(demo, await readDemoParts(process.cwd()));
}, 60_000);

afterAll(async () => {
  await client.end();
});

/** Every sentence of a group in the catalogue. */
function sentencesOf(group: string): string[] {
  const [domain = '', path = ''] = group.split(': ');
  const [namespace = '', ...inside] = path.split('.');
  const file = `lib/${domain}/words/de/${namespace}.json`;
  const all: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  const found = inside.reduce((at, key) => (at as Record<string, unknown>)[key], all);
  return Object.keys(found as object);
}

describe.each(Object.entries(TABLES))('%s', (group, proofs) => {
  it('has a proof for each sentence', () => {
    expect(Object.keys(proofs).sort()).toEqual(sentencesOf(group).sort());
  });

  it.each(Object.entries(proofs))('%s is said only of what has it', async (_key, [said, proof]) => {
    const { rows } = await client.query(`SELECT t.number FROM ${said} AND NOT (${proof})`);
    expect(rows).toEqual([]);
  });
});

it('stands in a table', async () => {
  const line = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  const rows = Object.entries(TABLES).flatMap(([group, proofs]) =>
    Object.entries(proofs).map(
      ([key, [said, proof]]) =>
        `| ${group.split(': ')[1]}.${key} | \`${line(said)}\` | \`${line(proof)}\` |`,
    ),
  );
  const head = ['| Sentence | Said of | Only with |', '| --- | --- | --- |'];
  const text = [
    '# Sentences about acts, and the rows that prove them',
    '',
    'Made by `lib/cases/rules.acts.test.ts`, which fails when a sentence of the catalogue has no line here, when',
    'this page says something else, or when the demo has a row of which it is said without what proves it;',
    '`npm test -- lib/cases/rules.acts -u` writes it anew.',
    '',
    ...head,
    ...rows,
    '',
  ];
  await expect(text.join('\n')).toMatchFileSnapshot('../decisions/acts.md');
});
