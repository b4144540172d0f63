import { randomUUID } from 'node:crypto';

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
