import 'server-only';
import type { Visitor } from '@/lib/accounts/types';
import { localDateOf } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import type { Office } from '@/lib/settings/types';
import { addWorkdays } from '@/lib/settings/workdays';
import type { Prisma } from '@/prisma/generated/client';
import { LISTED_STATES, type Need, OFFICE_ZONE, type OfficeStep } from '../../rules';
import type { LockedProposal, Named } from './types';

/** What a step changes besides the state, and what is told about it. */
export interface StepEffect {
  data: Prisma.ProposalUncheckedUpdateInput;
  /** For the history. */
  note: string;
  /** Name of the body that acted, when it was not the office or the forum. */
  by?: string;
  named: Named;
  /** Texts passed on to the author as they are. */
  quotes: string[];
  /** Numbers of other proposals whose pages change. */
  touched: number[];
}

interface Scene {
  tx: Tx;
  proposal: LockedProposal;
  given: Partial<Record<Need, string>>;
  office: Office;
  at: Date;
}

type Effect = (scene: Scene) => StepEffect | Refused | Promise<StepEffect | Refused>;

const nothing: StepEffect = { data: {}, note: '', named: {}, quotes: [], touched: [] };

const noted: Effect = ({ given: { note = '' } }) => ({ ...nothing, note, quotes: [note] });

const decided: Effect = ({ given: { note = '' } }) => ({
  ...nothing,
  data: { reasonText: note },
  note,
  quotes: [note],
});

const publish: Effect = ({ given, office, at }) => {
  const { categoryId = '', place = '', plainText = '' } = given;
  if (!office.categories.some(({ id }) => id === categoryId)) {
    return refused('form.error.choose', {}, 'categoryId');
  }
  return { ...nothing, data: { categoryId, place, easyText: plainText, publishedAt: at } };
};

const notPublish: Effect = ({ given: { moderationReason = '', help = '' } }) => ({
  ...nothing,
  data: { reasonCode: moderationReason, reasonText: help },
  note: help,
  named: { reasonKey: `proposals.moderation.${moderationReason}` },
  quotes: [help],
});

const askBack: Effect = ({ given: { question = '' } }) => ({
  ...nothing,
  data: { question },
  note: question,
  quotes: [question],
});

/** The office's usual days begin anew. */
function promise({ office, at }: Scene): Prisma.ProposalUncheckedUpdateInput {
  const today = localDateOf(at, OFFICE_ZONE);
  const day = addWorkdays(today, office.promiseWorkdays, office.holidayRegion);
  return { promisedFor: new Date(`${day}T00:00:00Z`) };
}

const answer: Effect = (scene) => ({
  ...nothing,
  data: promise(scene),
  note: scene.given.note ?? '',
});

/**
 * Joins a proposal to the one that was there first: who supports either supports the lead, once.
 * The rows here stay, so that `separate` can undo it when the author objects.
 */
const merge: Effect = async ({ tx, proposal, given, at }) => {
  const leadNumber = Number(given.leadNumber);
  const lead = await tx.proposal.findFirst({
    where: {
      number: leadNumber,
      publishedAt: { not: null },
      state: { in: LISTED_STATES },
      id: { not: proposal.id },
    },
    select: { id: true, number: true, title: true },
  });
  if (!lead) return refused('proposals.refused.noSuchLead', {}, 'leadNumber');
  await tx.$executeRaw`
    INSERT INTO proposal_supports (id, proposal_id, user_id)
    SELECT gen_random_uuid(), ${lead.id}::uuid, s.user_id FROM (
      SELECT user_id FROM proposal_supports WHERE proposal_id = ${proposal.id}::uuid
      UNION SELECT author_id FROM proposals WHERE id = ${proposal.id}::uuid AND author_id IS NOT NULL
    ) s
    WHERE s.user_id IS DISTINCT FROM (SELECT author_id FROM proposals WHERE id = ${lead.id}::uuid)
    ON CONFLICT DO NOTHING`;
  await tx.proposal.updateMany({
    where: { id: lead.id },
    data: { paperSupporters: { increment: proposal.paperSupporters } },
  });
  await tx.proposal.updateMany({
    where: { mergedIntoId: proposal.id },
    data: { mergedIntoId: lead.id },
  });
  return {
    ...nothing,
    // Whoever merges has read it: from now on the text stands beside the lead's.
    data: { mergedIntoId: lead.id, publishedAt: proposal.publishedAt ?? at },
    note: given.note ?? '',
    named: { leadNumber: lead.number, leadTitle: lead.title },
    quotes: [given.note ?? ''],
    touched: [lead.number],
  };
};

const separate: Effect = async (scene) => {
  const { tx, proposal, given } = scene;
  const row = await tx.proposal.findUnique({
    where: { id: proposal.id },
    select: { mergedInto: { select: { id: true, number: true, paperSupporters: true } } },
  });
  const lead = row?.mergedInto;
  if (lead) {
    const left = Math.max(0, lead.paperSupporters - proposal.paperSupporters);
    await tx.proposal.updateMany({ where: { id: lead.id }, data: { paperSupporters: left } });
  }
  const note = given.note ?? '';
  return {
    ...nothing,
    data: { ...promise(scene), mergedIntoId: null },
    note,
    quotes: [note],
    touched: lead ? [lead.number] : [],
  };
};

const handOver: Effect = async ({ tx, proposal, given, at }) => {
  const { partnerId = '', question = '', dueOn = '' } = given;
  const partner = await tx.partner.findFirst({
    where: { id: partnerId, active: true },
    select: { name: true },
  });
  if (!partner) return refused('form.error.choose', {}, 'partnerId');
  if (dueOn < localDateOf(at, OFFICE_ZONE))
    return refused('proposals.refused.dueInPast', {}, 'dueOn');
  await closeHandovers(tx, proposal.id, at);
  const answerDueAt = new Date(`${dueOn}T00:00:00Z`);
  await tx.handover.create({
    data: { proposalId: proposal.id, partnerId, question, sentAt: at, answerDueAt },
    select: { id: true },
  });
  return {
    ...nothing,
    note: `${partner.name}: ${question}`,
    named: { body: partner.name, dueOn },
    quotes: [question],
  };
};

async function closeHandovers(tx: Tx, proposalId: string, at: Date): Promise<void> {
  await tx.handover.updateMany({ where: { proposalId, closedAt: null }, data: { closedAt: at } });
}

const recordStatement: Effect = async ({ tx, proposal, given, at }) => {
  const { statementResult = '', statementText = '', plainText = '' } = given;
  const asked = await tx.handover.findFirst({
    where: { proposalId: proposal.id },
    select: { partnerId: true, partner: { select: { name: true } } },
    orderBy: { sentAt: 'desc' },
  });
  if (!asked) return refused('proposals.refused.nobodyWasAsked');
  await closeHandovers(tx, proposal.id, at);
  await tx.statement.create({
    data: {
      proposalId: proposal.id,
      partnerId: asked.partnerId,
      result: statementResult,
      text: statementText,
      plainText,
      receivedAt: at,
    },
    select: { id: true },
  });
  return {
    ...nothing,
    by: asked.partner.name,
    named: { body: asked.partner.name },
    quotes: [plainText || statementText],
  };
};

const finish: Effect = ({ given: { resultNote = '' } }) => ({
  ...nothing,
  data: { resultNote },
  note: resultNote,
  quotes: [resultNote],
});

const giveUp: Effect = ({
  given: { infeasibleReason = '', reasonText = '', alternative = '' },
}) => ({
  ...nothing,
  // What comes of it instead is a result, too.
  data: { reasonCode: infeasibleReason, reasonText, resultNote: alternative },
  note: reasonText,
  named: { reasonKey: `proposals.infeasible.${infeasibleReason}` },
  quotes: [reasonText, alternative],
});

const reopen: Effect = ({ given: { note = '' } }) => ({
  ...nothing,
  data: { reasonCode: '', reasonText: '', resultNote: '' },
  note,
  quotes: [note],
});

const withdraw: Effect = ({ given: { removeText } }) => ({
  ...nothing,
  data: removeText ? { body: '', easyText: '' } : {},
});

const EFFECTS: Record<OfficeStep, Effect> = {
  startReview: () => nothing,
  askBack,
  answer,
  publish,
  notPublish,
  merge,
  separate,
  discuss: noted,
  adopt: noted,
  decline: decided,
  hold: decided,
  handOver,
  passOn: handOver,
  remind: noted,
  recordStatement,
  start: noted,
  finish,
  giveUp,
  reopen,
  withdraw,
};

/** Does what belongs to a step of the office besides moving on; the caller holds the row's lock. */
export async function applyStep(
  _visitor: Visitor,
  step: OfficeStep,
  scene: Scene,
): Promise<StepEffect | Refused> {
  return EFFECTS[step](scene);
}
