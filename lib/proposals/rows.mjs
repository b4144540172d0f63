import { randomUUID } from 'node:crypto';
import { DAY_MS } from '../core/day.mjs';

/** Reached by nobody outside of the office. */
const NOT_PUBLIC = ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION', 'NOT_PUBLISHED'];

/**
 * A proposal as it may lie in the database, to be seen by everybody unless its state says otherwise. Plain
 * Node: the demo is filled where nothing of the program is built.
 * @template {Partial<import('../../prisma/generated/client').Prisma.ProposalUncheckedCreateInput>} Changes
 * @param {Changes} changes its district, and whatever is to be different
 */
export function proposalRow(changes) {
  const at = changes.stateSince ?? changes.submittedAt ?? new Date();
  const state = changes.state ?? 'PUBLISHED';
  return {
    codeHash: randomUUID(),
    title: 'Bank auf halber Strecke',
    body: 'Unterwegs kann man sich nirgends hinsetzen.',
    nameChoice: /** @type {const} */ ('NEIGHBOUR'),
    contactKind: /** @type {const} */ ('NUMBER'),
    intakeChannel: /** @type {const} */ ('ONLINE'),
    state,
    stateSince: at,
    submittedAt: at,
    answerBy:
      state === 'NEEDS_CLARIFICATION' ? new Date(new Date(at).getTime() + 14 * DAY_MS) : null,
    publishedAt: NOT_PUBLIC.includes(state) ? null : at,
    ...changes,
  };
}

/** Days until an answer was promised, weekends in between. */
export const PROMISE_DAYS = 7;
// What the office told the author, so that its promise was kept.
const ANSWERS = new Set(['needs_clarification', 'published', 'not_published', 'merged']);

/**
 * The promise to answer as it stood from the first day.
 * @param {Pick<import('../tooling/seed/rows.mjs').Demo, 'shift'>} demo
 * @param {import('../tooling/seed/content.js').DemoProposal} proposal
 * @param {string | undefined} case_id
 */
export function promiseRow({ shift }, { history, state }, case_id) {
  const made = history[0].at;
  const answer = history.find(({ to }) => ANSWERS.has(to));
  const end = history.at(-1);
  const isVoid = answer === undefined && state === 'withdrawn';
  return {
    ...{ kind: 'proposal', case_id, made_at: shift.at(made) },
    promised_for: shift.plusDays(shift.day(made), PROMISE_DAYS),
    answered_at: answer ? shift.at(answer.at) : null,
    ended_at: isVoid && end ? shift.at(end.at) : null,
  };
}

// The program signs steps with a role, so that the pages can say it in every language.
const SIGNED = new Map([
  ['Stadtteilkoordination', 'office'],
  ['Stadtteilforum', 'forum'],
  ['Oksana', 'author'],
  ['Karsten B.', 'author'],
]);

export const NEVER_PUBLIC = new Set([
  'draft',
  'submitted',
  'under_review',
  'needs_clarification',
  'not_published',
]);

/**
 * The history; what the Forum did is put in with its sessions.
 * @param {Pick<import('../tooling/seed/rows.mjs').Demo, 'shift'>} demo
 * @param {import('../tooling/seed/content.js').DemoProposal} proposal
 * @param {string | undefined} proposal_id
 */
export function stepsOf({ shift }, proposal, proposal_id) {
  return proposal.history.map((step, index) => ({
    proposal_id,
    to: step.to.toUpperCase(),
    // Steps of one day keep their order.
    at: new Date(shift.at(step.at).getTime() + index * 60_000),
    by: takerOf(step, index),
    step: stepOf(step, proposal.history[index - 1]),
    note: step.note ?? '',
    audience: audienceOf(step, proposal.history[index - 1]),
  }));
}

/**
 * The office puts it on an agenda, a poll to the vote; what remains of the Forum is what it said.
 * @param {import('../tooling/seed/content.js').DemoStep} step
 * @param {number} index
 */
function takerOf({ to, by }, index) {
  if (to === 'in_forum') return 'office';
  if (to === 'in_vote') return 'poll';
  return index === 0 && !SIGNED.has(by) ? 'author' : (SIGNED.get(by) ?? by);
}

/**
 * What was done where the state alone does not say it: a body passed it on, or the office asked again.
 * @param {import('../tooling/seed/content.js').DemoStep} step
 * @param {import('../tooling/seed/content.js').DemoStep | undefined} before
 */
function stepOf(step, before) {
  if (step.to !== before?.to || step.to !== 'handed_over') return '';
  return SIGNED.has(step.by) ? 'remind' : 'passOn';
}

/**
 * As the program itself keeps it: how it came in and how a body was reminded is the office's alone.
 * @param {import('../tooling/seed/content.js').DemoStep} step
 * @param {import('../tooling/seed/content.js').DemoStep | undefined} before
 */
function audienceOf(step, before) {
  if (step.to === 'submitted' || stepOf(step, before) === 'remind') return 'INTERNAL';
  return NEVER_PUBLIC.has(step.to) ? 'PERSON' : 'PUBLIC';
}
