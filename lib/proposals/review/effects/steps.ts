import 'server-only';
import type { CaseKind } from '@/lib/cases/steps';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { type Refused, refused } from '@/lib/core/result';
import type { Office } from '@/lib/settings/types';
import type { Prisma } from '@/prisma/generated/client';
import type { ProposalState } from '../../types';
import type { Need, OfficeStep } from '../../way/rules';
import { findLead, leadOf, stateBefore } from '../merging/steps';
import type { LockedProposal, Named } from './types';

/** What the history of a proposal tells besides: which step it was, and the body it went to. */
interface Told {
  step: string;
  bodyName: string;
}

/** What a step may change besides the state. */
export type ProposalColumns = Omit<
  Prisma.ProposalUncheckedUpdateManyInput,
  'state' | 'version' | 'promisedFor'
>;

export type ProposalKind = CaseKind<ProposalState, LockedProposal, ProposalColumns, Told>;

/** What a step changes besides the state, and what is told about it. */
export interface StepEffect {
  /** Where it stands then, when the table of steps does not say it alone. */
  to?: ProposalState;
  data: Partial<ProposalColumns>;
  /** For the history. */
  note: string;
  /** Body it goes to. */
  bodyName?: string;
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
  data: { reasonText: note, outcomeAudience: 'PUBLIC' },
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
  data: { reasonCode: moderationReason, reasonText: help, outcomeAudience: 'PERSON' },
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

const answer: Effect = ({ given: { note = '' } }) => ({ ...nothing, note });

const merge: Effect = async ({ tx, proposal, given }) => {
  const lead = await findLead(tx, proposal, Number(given.leadNumber));
  if (!lead) return refused('proposals.refused.noSuchLead', {}, 'leadNumber');
  const note = given.note ?? '';
  return {
    ...nothing,
    // A text nobody has checked stays unpublished: everybody reads that it was merged, and no word of it.
    // The vote may come to its end while it is joined.
    data: { mergedIntoId: lead.id, voteClosesAt: proposal.voteClosesAt },
    note,
    named: { leadNumber: lead.number },
    quotes: [note],
    touched: [lead.number],
  };
};

const separate: Effect = async (scene) => {
  const { tx, proposal, at } = scene;
  const lead = await leadOf(tx, proposal);
  const to = await stateBefore(tx, proposal, at);
  const note = scene.given.note ?? '';
  return {
    ...nothing,
    to,
    data: { mergedIntoId: null, voteClosesAt: to === 'IN_VOTE' ? proposal.voteClosesAt : null },
    note,
    quotes: [note],
    touched: lead === null ? [] : [lead],
  };
};

const handOver: Effect = async ({ tx, proposal, given, at }) => {
  const { partnerId = '', question = '', dueOn = '' } = given;
  const partner = await tx.partner.findFirst({
    where: { id: partnerId, state: { not: 'ENDED' } },
    select: { name: true },
  });
  if (!partner) return refused('form.error.choose', {}, 'partnerId');
  if (dueOn < officeDate(at)) return refused('proposals.refused.dueInPast', {}, 'dueOn');
  await closeHandovers(tx, proposal.id, at);
  const answerDueAt = dayColumn(dueOn);
  await tx.handover.create({
    data: { proposalId: proposal.id, partnerId, question, sentAt: at, answerDueAt },
    select: { id: true },
  });
  return {
    ...nothing,
    // With the next body its time begins anew.
    data: { stateSince: at },
    note: question,
    bodyName: partner.name,
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
  data: { resultNote, outcomeAudience: 'PUBLIC' },
  note: resultNote,
  quotes: [resultNote],
});

const giveUp: Effect = ({
  given: { infeasibleReason = '', reasonText = '', alternative = '' },
}) => ({
  ...nothing,
  // What comes of it instead is a result, too.
  data: {
    ...{ reasonCode: infeasibleReason, reasonText, resultNote: alternative },
    outcomeAudience: 'PUBLIC',
  },
  note: reasonText,
  named: { reasonKey: `proposals.infeasible.${infeasibleReason}` },
  quotes: [reasonText, alternative],
});

const reopen: Effect = ({ given: { note = '' } }) => ({
  ...nothing,
  data: { reasonCode: '', reasonText: '', resultNote: '', outcomeAudience: 'INTERNAL' },
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
  vote: noted,
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
export async function applyStep(step: OfficeStep, scene: Scene): Promise<StepEffect | Refused> {
  return await EFFECTS[step](scene);
}
