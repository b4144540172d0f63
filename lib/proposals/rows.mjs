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
