import { randomBytes, randomUUID } from 'node:crypto';

/**
 * @typedef {import('./rows.mjs').Demo} Demo
 * @typedef {import('./rows.mjs').Ids} Ids
 *
 * @typedef {object} Poll
 * @property {number} number
 * @property {string} question
 * @property {string} description
 * @property {string} district id in the content
 * @property {string | null} proposal
 * @property {string} decidedBy
 * @property {string} opens shifted local time
 * @property {string} closes
 * @property {[string, number][]} options label and votes
 */

const LETTERS = '34679ACDEFGHJKMNPQRTWXY';
const RECEIPT_LENGTH = 26;

const receipt = () =>
  [...randomBytes(RECEIPT_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');

/**
 * One open poll from the content and one that is over; the last one is counted by the program itself.
 * @param {Demo} demo
 * @param {Ids} ids
 * @param {Map<string, string>} proposals
 */
export async function fillPolls(demo, ids, proposals) {
  const proposal = demo.content.proposals.find((p) => p.vote);
  if (!proposal?.vote) throw new Error('the demo content has no poll');
  const vote = proposal.vote;
  await fillPoll(demo, ids, {
    number: 2,
    question: vote.question,
    description:
      'Das Forum hat drei Möglichkeiten ausgesucht. Was zuerst gebaut wird, entscheiden die Nachbarinnen und Nachbarn am Griesbacher Hang mit.',
    district: 'd-grh',
    proposal: proposals.get(proposal.id) ?? null,
    decidedBy: 'Stadtverwaltung – Bauamt',
    opens: `${demo.shift.day(vote.opensAt)}T08:00`,
    closes: `${demo.shift.day(vote.closesAt)}T18:00`,
    options: vote.options.map((option) => [option.label, option.online]),
  });
  await fillPoll(demo, ids, {
    number: 1,
    question: 'Wo soll der Bücherschrank stehen?',
    description: 'Zwei Plätze sind geprüft und möglich. Ein Kreuz je Person.',
    district: 'd-grh',
    proposal: null,
    decidedBy: 'Siedlergemeinschaft Alte Siedlung',
    opens: `${demo.shift.day('2026-09-21')}T08:00`,
    closes: `${demo.shift.day('2026-10-04')}T18:00`,
    options: [
      ['Am Siedlerheim', 12],
      ['Am Trafohaus unter der Kastanie', 8],
    ],
  });
}

/**
 * @param {Demo} demo
 * @param {Ids} ids
 * @param {Poll} poll
 */
async function fillPoll({ content, insert, shift }, ids, poll) {
  const id = randomUUID();
  /** @type {{ id: string, poll_id: string, position: number, label: string }[]} */
  const options = poll.options.map((/** @type {[string, number]} */ [label], index) => ({
    id: randomUUID(),
    poll_id: id,
    position: index + 1,
    label,
  }));
  await insert('polls', [
    {
      id,
      number: poll.number,
      question: poll.question,
      description: poll.description,
      method: 'ONE',
      count_rule: 'plurality',
      max_choices: 1,
      district_id: ids.districts.get(poll.district),
      min_age: 14,
      proposal_id: poll.proposal,
      decided_by: poll.decidedBy,
      local_opens: poll.opens,
      local_closes: poll.closes,
      opens_at: shift.instantOf(poll.opens),
      closes_at: shift.instantOf(poll.closes),
      state: 'SCHEDULED',
      frozen_rule: frozenRule(content, ids, poll, options, shift),
    },
  ]);
  await insert('poll_options', options);
  const ballots = poll.options.flatMap((/** @type {[string, number]} */ [, votes], index) =>
    Array.from({ length: votes }, () => options[index]?.id),
  );
  await insert(
    'roll_entries',
    ids.voters.slice(0, ballots.length).map((user_id) => ({ poll_id: id, user_id })),
  );
  await insert(
    'ballots',
    ballots.map((option) => ({ poll_id: id, choices: [option] })),
  );
  await insert(
    'ballot_receipts',
    ballots.map(() => ({ receipt: receipt(), poll_id: id })),
  );
}

/**
 * The rule as `schedulePoll` freezes it.
 * @param {Demo['content']} content
 * @param {Ids} ids
 * @param {Poll} poll
 * @param {{ id: string, label: string }[]} options
 * @param {Demo['shift']} shift
 */
function frozenRule(content, ids, poll, options, shift) {
  const district = content.districts.find((d) => d.id === poll.district);
  return JSON.stringify({
    version: 2,
    method: 'ONE',
    countRule: 'plurality',
    question: poll.question,
    description: poll.description,
    easyText: '',
    options: options.map(({ id, label }, index) => ({
      ...{ id, label, note: '', costCents: null },
      lot: index + 1,
    })),
    maxChoices: 1,
    pointsTotal: null,
    pointsPerOption: null,
    seats: 1,
    budgetCents: null,
    quorum: 0,
    channels: ['WEB'],
    needsForumRight: false,
    cardBatch: null,
    districtId: ids.districts.get(poll.district),
    districtName: district?.name ?? '',
    minAge: 14,
    decidedBy: poll.decidedBy,
    timeZone: 'Europe/Berlin',
    opensAt: shift.instantOf(poll.opens).toISOString(),
    closesAt: shift.instantOf(poll.closes).toISOString(),
  });
}
