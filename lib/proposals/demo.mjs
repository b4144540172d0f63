import { randomUUID } from 'node:crypto';
import { NEVER_PUBLIC, PROMISE_DAYS, promiseRow, proposalRow, stepsOf } from './rows.mjs';

/**
 * @typedef {import('../tooling/seed/rows.mjs').Demo} Demo
 * @typedef {import('../../prisma/generated/client').Prisma.ProposalUncheckedCreateInput} Row
 */

const FIRST_NUMBER = 104;
export const after = ['settings', 'accounts', 'network'];

/**
 * @param {Demo} demo
 * @returns {Promise<{ proposals: Map<string, string> }>} ids by those of the content
 */
export async function fill(demo) {
  const proposals = new Map(demo.content.proposals.map((p) => [p.id, randomUUID()]));
  for (const [index, proposal] of demo.content.proposals.entries()) {
    await demo.insert('proposals', [
      row(demo, proposal, proposals.get(proposal.id) ?? '', FIRST_NUMBER + index),
    ]);
  }
  for (const proposal of demo.content.proposals) await fillAround(demo, proposal, proposals);
  await linkMerged(demo, proposals);
  return { proposals };
}

/**
 * @param {Demo} demo
 * @param {import('../tooling/seed/content.js').DemoProposal} proposal
 * @param {string} id
 * @param {number} number
 */
function row({ shift, hash, content, idOf }, proposal, id, number) {
  const author = content.demoResidents.find((r) => r.id === proposal.authorId);
  const first = proposal.history[0];
  const last = proposal.history.at(-1) ?? first;
  const published = proposal.history.find((step) => step.to === 'published');
  return proposalRow({
    id,
    number,
    codeHash: hash('proposal', `DEMO${number}`),
    title: proposal.title,
    body: proposal.body || '–',
    place: proposal.place ?? '',
    ...person(author),
    ...ofOthers(idOf, proposal, author),
    intakeChannel: /** @type {import('./types').IntakeChannel} */ (
      proposal.intakeChannel.toUpperCase()
    ),
    onBehalf: proposal.intakeChannel !== 'online',
    state: /** @type {import('./types').ProposalState} */ (proposal.state.toUpperCase()),
    stateSince: shift.at(last.at),
    voteClosesAt: proposal.vote
      ? shift.instantOf(`${shift.day(proposal.vote.closesAt)}T18:00`)
      : null,
    submittedAt: shift.at(first.at),
    promisedFor: shift.plusDays(shift.day(first.at), PROMISE_DAYS),
    publishedAt: published && !NEVER_PUBLIC.has(proposal.state) ? shift.at(published.at) : null,
    ...texts(proposal),
    costEstimate: proposal.costEstimateEur ?? null,
    paperSupporters: proposal.supporters ?? 0,
    paperSignatures: signaturesOf(proposal),
  });
}

/**
 * What earlier parts of the demo made.
 * @param {Demo['idOf']} idOf
 * @param {import('../tooling/seed/content.js').DemoProposal} proposal
 * @param {import('../tooling/seed/content.js').DemoResident | undefined} author
 */
const ofOthers = (idOf, { districtId, categoryId }, author) => ({
  districtId: idOf('districts', districtId) ?? '',
  categoryId: idOf('categories', categoryId) ?? null,
  authorId: author?.hasEmail ? (idOf('users', author.id) ?? null) : null,
});

/**
 * Of well-known ones a good third of the names came on paper.
 * @param {import('../tooling/seed/content.js').DemoProposal} proposal
 */
function signaturesOf({ supporters = 0 }) {
  return supporters >= 25 ? Math.round(supporters * 0.4) : 0;
}

/**
 * @param {import('../tooling/seed/content.js').DemoProposal} proposal
 * @returns {Partial<Row>}
 */
function texts(proposal) {
  return {
    question: proposal.clarificationQuestion ?? '',
    reasonCode: proposal.notFeasibleReason ?? proposal.moderationReason ?? '',
    reasonText: proposal.declineReason ?? proposal.redirect ?? '',
    // What can be done instead stands where a result would stand.
    resultNote: proposal.resultNote ?? proposal.alternative ?? '',
    outcomeAudience: proposal.state === 'not_published' ? 'PERSON' : 'PUBLIC',
  };
}

/**
 * @param {import('../tooling/seed/content.js').DemoResident | undefined} author
 * @returns {Pick<Row, 'nameChoice' | 'name' | 'contactKind' | 'contactValue'>}
 */
function person(author) {
  if (!author)
    return { nameChoice: 'NEIGHBOUR', name: '', contactKind: 'NUMBER', contactValue: '' };
  return { nameChoice: 'INITIALS', name: author.displayName, ...contactOf(author) };
}

/**
 * @param {import('../tooling/seed/content.js').DemoResident} author
 * @returns {Pick<Row, 'contactKind' | 'contactValue'>}
 */
function contactOf({ id, hasEmail, accessNote = '' }) {
  if (hasEmail) return { contactKind: 'MAIL', contactValue: `${id}@person.example` };
  if (accessNote.includes('Brief'))
    return { contactKind: 'LETTER', contactValue: 'Siedlerweg 4, 08289 Schneeberg' };
  if (accessNote.includes('Telefon'))
    return { contactKind: 'PHONE', contactValue: '030 23125-150' };
  return { contactKind: 'NUMBER', contactValue: '' };
}

/**
 * @param {Demo} demo
 * @param {import('../tooling/seed/content.js').DemoProposal} proposal
 * @param {Map<string, string>} proposals
 */
async function fillAround(demo, proposal, proposals) {
  const { insert, shift, idOf } = demo;
  const proposal_id = proposals.get(proposal.id);
  const steps = stepsOf(demo, proposal, proposal_id);
  await insert(
    'proposal_steps',
    steps.filter(({ by }) => by !== 'forum'),
  );
  if (proposal.state !== 'draft')
    await insert('answer_promises', [promiseRow(demo, proposal, proposal_id)]);
  if (signaturesOf(proposal) > 0) {
    const collected_on = shift.plusDays(shift.day(proposal.history[0].at), 14);
    const entered_at = new Date(`${shift.plusDays(collected_on, 2)}T10:00:00Z`);
    await insert('signature_lists', [
      {
        ...{ proposal_id, signatures: signaturesOf(proposal), collected_on },
        ...{ place: 'Begegnungszentrum am Keilbergring', entered_at },
      },
    ]);
  }
  if (proposal.handedToPartnerId)
    await insert('handovers', [handover(demo, proposal, proposal_id)]);
  if (proposal.statement) {
    await insert('statements', [
      {
        proposal_id,
        partner_id: idOf('partners', proposal.statement.partnerId),
        result: proposal.statement.result,
        text: proposal.statement.text,
        received_at: shift.at(proposal.statement.receivedAt),
      },
    ]);
  }
}

/**
 * @param {Demo} demo
 * @param {import('../tooling/seed/content.js').DemoProposal} proposal
 * @param {string | undefined} proposal_id
 */
function handover({ shift, idOf }, proposal, proposal_id) {
  const sent = proposal.history.find((step) => step.to === 'handed_over') ?? proposal.history[0];
  const due = proposal.answerDueAt ?? shift.plusDays(sent.at, 28);
  return {
    proposal_id,
    partner_id: idOf('partners', proposal.handedToPartnerId ?? ''),
    question: `Kann der Vorschlag „${proposal.title}“ umgesetzt werden, und bis wann?`,
    recorded_at: shift.at(sent.at),
    sent_at: shift.at(sent.at),
    sent_how: 'LETTER',
    answer_due_at: shift.day(due),
    closed_at: proposal.statement ? shift.at(proposal.statement.receivedAt) : null,
  };
}

/**
 * Which proposals were merged into which; after all of them exist.
 * @param {Demo} demo
 * @param {Map<string, string>} proposals
 */
async function linkMerged({ content, client }, proposals) {
  for (const proposal of content.proposals) {
    if (!proposal.mergedIntoId) continue;
    await client.query('UPDATE proposals SET merged_into_id = $1 WHERE id = $2', [
      proposals.get(proposal.mergedIntoId),
      proposals.get(proposal.id),
    ]);
  }
}
