import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { POLL_TABLES, standAgain, standAside } from '../tooling/guards.mjs';
import { examplePolls } from './prepare/demo.mjs';
import { frozenRule } from './rows.mjs';

/**
 * @typedef {import('../tooling/seed/rows.mjs').Demo} Demo
 *
 * @typedef {object} PollOption
 * @property {string} label
 * @property {string} [note]
 * @property {number} [costCents]
 *
 * @typedef {object} Paper
 * @property {number[]} choices places on the ballot, from 1
 * @property {number[]} [points]
 *
 * @typedef {object} Poll
 * @property {number} number
 * @property {string} question
 * @property {string} description
 * @property {string} [easyText]
 * @property {string | null} district id in the content; null: all of them
 * @property {string | null} proposal
 * @property {string} decidedBy
 * @property {string} opens shifted local time
 * @property {string} closes
 * @property {import('../elections/results/types').PollMethod} method
 * @property {import('../elections/results/types').CountRule} countRule
 * @property {number} [maxChoices]
 * @property {number} [pointsPerOption]
 * @property {number} [pointsTotal]
 * @property {number} [budgetCents]
 * @property {number} [quorum]
 * @property {import('../elections/results/types').BallotChannel[]} channels
 * @property {PollOption[]} options
 * @property {Paper[]} papers cast on the web
 * @property {number} [issued] papers the office gave out, still to be counted
 */

const LETTERS = '34679ACDEFGHJKMNPQRTWXY';
const RECEIPT_LENGTH = 26;

const receipt = () =>
  [...randomBytes(RECEIPT_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');

export const after = ['settings', 'accounts', 'proposals'];

/**
 * One open poll from the content, one that is over, and one of each other method; what is over is
 * closed and counted by the program itself.
 * @param {Demo} demo
 */
export async function fill(demo) {
  // Votes of weeks that nobody cast: the one place where something comes into a box past its guards.
  await standAside(demo.client, POLL_TABLES);
  await fillPolls(demo);
  await standAgain(demo.client, POLL_TABLES);
  await demo.client.query(
    "SELECT setval(pg_get_serial_sequence('polls', 'number'), (SELECT max(number) FROM polls))",
  );
}

/** @param {Demo} demo */
async function fillPolls(demo) {
  const proposal = demo.content.proposals.find((p) => p.vote);
  if (!proposal?.vote) throw new Error('the demo content has no poll');
  const vote = proposal.vote;
  /** @type {Pick<Poll, 'method' | 'countRule' | 'district' | 'channels'>} */
  const simple = { method: 'ONE', countRule: 'plurality', district: 'd-grh', channels: ['WEB'] };
  await fillPoll(demo, {
    ...simple,
    number: 2,
    question: vote.question,
    description:
      'Das Forum hat drei Möglichkeiten ausgesucht. Was zuerst gebaut wird, entscheiden die Nachbarinnen und Nachbarn am Griesbacher Hang mit.',
    proposal: demo.idOf('proposals', proposal.id) ?? null,
    decidedBy: 'Stadtverwaltung – Bauamt',
    opens: `${demo.shift.day(vote.opensAt)}T08:00`,
    closes: `${demo.shift.day(vote.closesAt)}T18:00`,
    options: vote.options,
    papers: papersOf(vote.options.map((option) => option.online)),
  });
  await fillPoll(demo, {
    ...simple,
    number: 1,
    question: 'Wo soll der Bücherschrank stehen?',
    description: 'Zwei Plätze sind geprüft und möglich. Ein Kreuz je Person.',
    proposal: null,
    decidedBy: 'Siedlergemeinschaft Alte Siedlung',
    opens: `${demo.shift.day('2026-09-21')}T08:00`,
    closes: `${demo.shift.day('2026-10-04')}T18:00`,
    options: [{ label: 'Am Siedlerheim' }, { label: 'Am Trafohaus unter der Kastanie' }],
    papers: papersOf([12, 8]),
  });
  for (const poll of examplePolls(demo.shift)) await fillPoll(demo, poll);
}

/** @param {number[]} votes for each option @returns {Paper[]} */
const papersOf = (votes) =>
  votes.flatMap((count, index) => Array.from({ length: count }, () => ({ choices: [index + 1] })));

/**
 * @param {Demo} demo
 * @param {Poll} poll
 */
async function fillPoll(demo, poll) {
  const { insert, shift, idOf } = demo;
  const id = randomUUID();
  const options = poll.options.map(({ label, note = '', costCents = null }) => ({
    ...{ id: randomUUID(), label, note, costCents },
  }));
  await insert('polls', [
    {
      id,
      number: poll.number,
      question: poll.question,
      description: poll.description,
      easy_text: poll.easyText ?? '',
      method: poll.method,
      count_rule: poll.countRule,
      max_choices: poll.maxChoices ?? 1,
      points_per_option: poll.pointsPerOption ?? null,
      points_total: poll.pointsTotal ?? null,
      budget_cents: poll.budgetCents ?? null,
      quorum: poll.quorum ?? 0,
      channels: `{${poll.channels.join()}}`,
      district_id: poll.district && idOf('districts', poll.district),
      min_age: 14,
      proposal_id: poll.proposal,
      decided_by: poll.decidedBy,
      time_zone: shift.zone,
      local_opens: poll.opens,
      local_closes: poll.closes,
      opens_at: shift.instantOf(poll.opens),
      closes_at: shift.instantOf(poll.closes),
      state: 'SCHEDULED',
      drafted_by_id: idOf('users', 'coordinator'),
      checked_by_id: idOf('users', 'admin'),
      frozen_rule: ruleOf(demo, poll, options),
    },
  ]);
  await insert(
    'poll_options',
    options.map(({ costCents, ...option }, index) => ({
      ...{ ...option, poll_id: id, position: index + 1, cost_cents: costCents },
    })),
  );
  await fillBox(demo, { id, poll, options });
}

/**
 * Papers on the web with their receipts, and for every used right a line on the roll.
 * @param {Demo} demo
 * @param {{ id: string, poll: Poll, options: { id: string }[] }} box
 */
async function fillBox({ insert, ids }, { id, poll, options }) {
  const voters = ids('voters');
  const ways = [
    ...poll.papers.map(() => 'WEB'),
    ...Array.from({ length: poll.issued ?? 0 }, () => 'PAPER'),
  ];
  await insert(
    'roll_entries',
    ways.map((channel, index) => ({ poll_id: id, user_id: voters[index] ?? null, channel })),
  );
  await insert(
    'ballots',
    poll.papers.map(({ choices, points = [] }) => ({
      poll_id: id,
      choices: choices.map((place) => options[place - 1]?.id),
      points,
    })),
  );
  await insert(
    'ballot_receipts',
    poll.papers.map(() => ({ receipt: receipt(), poll_id: id })),
  );
}

/**
 * @template Option
 * @param {readonly Option[]} options
 * @returns {(Option & { lot: number })[]} each with its place in the lot, from 1
 */
function drawLots(options) {
  const lots = options.map((_, index) => index + 1);
  for (let last = lots.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [lots[last], lots[other]] = [
      /** @type {number} */ (lots[other]),
      /** @type {number} */ (lots[last]),
    ];
  }
  return options.map((option, index) => ({ ...option, lot: /** @type {number} */ (lots[index]) }));
}

/**
 * The rule as the approval of a draft freezes it; the lot is drawn, as the page says.
 * @param {Demo} demo
 * @param {Poll} poll
 * @param {{ id: string, label: string, note: string, costCents: number | null }[]} options
 */
function ruleOf({ content, shift, idOf }, poll, options) {
  const district = content.districts.find((d) => d.id === poll.district);
  return JSON.stringify(
    frozenRule({
      method: poll.method,
      countRule: poll.countRule,
      question: poll.question,
      description: poll.description,
      easyText: poll.easyText ?? '',
      options: drawLots(options),
      maxChoices: poll.maxChoices ?? 1,
      pointsTotal: poll.pointsTotal ?? null,
      pointsPerOption: poll.pointsPerOption ?? null,
      budgetCents: poll.budgetCents ?? null,
      quorum: poll.quorum ?? 0,
      channels: poll.channels,
      districtId: (poll.district && idOf('districts', poll.district)) ?? null,
      districtName: district?.name ?? '',
      decidedBy: poll.decidedBy,
      timeZone: shift.zone,
      opensAt: shift.instantOf(poll.opens).toISOString(),
      closesAt: shift.instantOf(poll.closes).toISOString(),
    }),
  );
}
