import { randomInt, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { officeZone } from '../../lib/core/office-time';
import { besideTheGuards, POLL_TABLES } from '../../lib/tooling/guards.mjs';

const LETTERS = '34679ACDEFGHJKMNPQRTWXY';
/** Looks like the receipts people get. */
const newReceiptLike = () =>
  Array.from({ length: 26 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

const HOUR_MS = 60 * 60 * 1000;

type Channel = 'WEB' | 'KIOSK' | 'PHONE';

/** A poll that is over and waits to be counted by whoever looks first. */
export interface PastPoll {
  question: string;
  method: 'YES_NO' | 'ONE' | 'UP_TO' | 'POINTS' | 'RANKING' | 'BUDGET';
  countRule: string;
  labels: string[];
  /** Letters of the options and how many such ballots: `['AB', 3]`; an empty word abstains. */
  ballots: [string, number][];
  costsInEuros?: number[];
  budgetInEuros?: number;
  seats?: number;
  quorum?: number;
  channels?: Channel[];
}

/** Puts it into the database as the office and the voters would have; the answer is its number. */
export const addPastPoll = (client: pg.Client, poll: PastPoll): Promise<number> =>
  besideTheGuards(client, POLL_TABLES, () => addPoll(client, poll));

async function addPoll(client: pg.Client, poll: PastPoll): Promise<number> {
  const id = randomUUID();
  const options = poll.labels.map((label, index) => ({
    id: randomUUID(),
    ...{ label, note: '', lot: index + 1 },
    costCents: poll.costsInEuros ? (poll.costsInEuros[index] ?? 0) * 100 : null,
  }));
  const { rows } = await client.query<{ number: number }>(
    'SELECT max(number) + 1 AS number FROM polls',
  );
  const number = rows[0]?.number ?? 1;
  const rule = ruleOf(poll, options);
  await client.query(
    `INSERT INTO polls (id, number, question, method, count_rule, max_choices, points_per_option, seats,
       budget_cents, quorum, channels, decided_by, local_opens, local_closes, opens_at, closes_at, state, frozen_rule)
     VALUES ($1, $2, $3, $4::"PollMethod", $5, $6, $7, $8, $9, $10, $11::"BallotChannel"[], $12, '', '', $13, $14,
       'SCHEDULED', $15)`,
    [
      ...[id, number, poll.question, poll.method, poll.countRule, rule.maxChoices],
      ...[rule.pointsPerOption, rule.seats, rule.budgetCents, rule.quorum, rule.channels],
      ...[rule.decidedBy, rule.opensAt, rule.closesAt, JSON.stringify(rule)],
    ],
  );
  for (const [position, { id: option, label, costCents }] of options.entries()) {
    await client.query(
      'INSERT INTO poll_options (id, poll_id, position, label, cost_cents) VALUES ($1, $2, $3, $4, $5)',
      [option, id, position + 1, label, costCents],
    );
  }
  await fillBox(client, id, poll, options);
  return number;
}

function ruleOf(poll: PastPoll, options: { id: string; label: string }[]) {
  return {
    version: 2,
    ...{ method: poll.method, countRule: poll.countRule, question: poll.question, options },
    ...{ description: '', easyText: '', districtId: null, districtName: '', cardBatch: null },
    maxChoices: poll.method === 'YES_NO' || poll.method === 'ONE' ? 1 : options.length,
    pointsTotal: null,
    pointsPerOption: poll.method === 'POINTS' ? 5 : null,
    seats: poll.seats ?? 1,
    budgetCents: poll.budgetInEuros === undefined ? null : poll.budgetInEuros * 100,
    quorum: poll.quorum ?? 0,
    channels: poll.channels ?? ['WEB'],
    ...{ minAge: 14, needsForumRight: false, decidedBy: 'Stadtverwaltung, Bauamt' },
    timeZone: officeZone(),
    opensAt: new Date(Date.now() - 200 * HOUR_MS).toISOString(),
    closesAt: new Date(Date.now() - HOUR_MS).toISOString(),
  };
}

async function fillBox(
  client: pg.Client,
  poll: string,
  { ballots, method, channels = ['WEB'] }: PastPoll,
  options: { id: string }[],
): Promise<void> {
  const papers = ballots.flatMap(([letters, times]) =>
    Array.from({ length: times }, () =>
      [...letters].map((letter) => options[letter.charCodeAt(0) - 65]?.id ?? ''),
    ),
  );
  for (const [index, choices] of papers.entries()) {
    const points = method === 'POINTS' ? choices.map((_, place) => 5 - place) : [];
    await client.query(
      'INSERT INTO ballots (id, poll_id, choices, points) VALUES ($1, $2, $3::uuid[], $4::int[])',
      [randomUUID(), poll, choices, points],
    );
    // Most on the first way.
    const channel = channels[index % 7 < channels.length ? index % 7 : 0] ?? 'WEB';
    await client.query(
      'INSERT INTO roll_entries (id, poll_id, channel) VALUES ($1, $2, $3::"BallotChannel")',
      [randomUUID(), poll, channel],
    );
    await client.query('INSERT INTO ballot_receipts (receipt, poll_id) VALUES ($1, $2)', [
      newReceiptLike(),
      poll,
    ]);
  }
}
