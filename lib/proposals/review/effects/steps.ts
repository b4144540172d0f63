import 'server-only';
import type { CaseKind } from '@/lib/cases/steps';
import { dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import type { Office } from '@/lib/settings/types';
import type { Prisma } from '@/prisma/generated/client';
import { WITHOUT_TEXT } from '../../rules';
import type { ProposalState } from '../../types';
import type { Need, OfficeStep } from '../../way/rules';
import { handOverTo, isAsked, keepStatement, sendQuestion } from '../asking/steps';
import { findLead, leadOf, stateBefore } from '../merging/steps';
import { questionOf, whyNoReason } from '../questions/steps';
import { dayItStandsFor, whyNotSaid } from '../sessions/steps';
import { wayBack } from '../undoing/steps';
import { whyItStays, wordingOf } from '../wording/steps';
import type { LockedProposal, Named } from './types';

/** What the history of a proposal tells besides: which step it was, the body it went to, the session. */
interface Told {
  step: string;
  bodyName: string;
  /** Session of the Forum. */
  sessionId: string;
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
  /** What the history calls the step, where it is less than it will be: a question on its way asks nobody yet. */
  as?: 'mail';
  /** Session of the Forum it happened in, or that it was put before. */
  sessionId?: string;
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

/** Stands in the history, and the author is told it word for word. */
const saying = (note: string): StepEffect => ({ ...nothing, note, quotes: [note] });

const noted: Effect = ({ given: { note = '' } }) => saying(note);

const decided: Effect = ({ given: { note = '' } }) => ({
  ...saying(note),
  data: { reasonText: note, outcomeAudience: 'PUBLIC' },
});

/** The office puts it before a session on whose agenda it stands: nothing the Forum has done. */
const discuss: Effect = async ({ tx, proposal, given: { sessionId = '', note = '' } }) => {
  const date = await dayItStandsFor(tx, proposal.id, sessionId);
  if ('ok' in date) return date;
  return { ...nothing, sessionId, named: { day: dayOf(date) }, note, quotes: [note] };
};

/** What the Forum said, in a session that took place and had it on its agenda. */
const inSession =
  (effect: Effect): Effect =>
  async (scene) => {
    const { sessionId = '' } = scene.given;
    const told =
      (await whyNotSaid(scene.tx, scene.proposal.id, sessionId)) ?? (await effect(scene));
    return 'ok' in told ? told : { ...told, sessionId };
  };

const publish: Effect = async (scene) => {
  const { categoryId = '', place = '', plainText: easyText = '' } = scene.given;
  const isKnown = scene.office.categories.some(({ id }) => id === categoryId);
  if (!isKnown) return refused('form.error.choose', {}, 'categoryId');
  const wording = await wordingOf(scene);
  if ('ok' in wording) return wording;
  return { ...nothing, data: { ...wording, categoryId, place, easyText, publishedAt: scene.at } };
};

const notPublish: Effect = (scene) => {
  const { moderationReason = '', help = '' } = scene.given;
  const why = { reasonCode: moderationReason, reasonText: help } as const;
  return (
    whyNoReason(scene) ?? {
      ...saying(help),
      data: { ...why, outcomeAudience: 'PERSON' },
      named: { reasonKey: `proposals.moderation.${moderationReason}` },
    }
  );
};

const askBack: Effect = (scene) => {
  const data = questionOf(scene);
  if ('ok' in data) return data;
  return { ...saying(data.question), data, named: { day: dayOf(data.answerBy) } };
};

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
  return {
    ...saying(scene.given.note ?? ''),
    to,
    data: { mergedIntoId: null, voteClosesAt: to === 'IN_VOTE' ? proposal.voteClosesAt : null },
    touched: lead === null ? [] : [lead],
  };
};

const handOver: Effect = async (scene) => {
  const { question = '', dueOn = '' } = scene.given;
  const body = await handOverTo(scene);
  if (typeof body !== 'string') return body;
  return {
    ...nothing,
    // With the next body its time begins anew.
    data: { stateSince: scene.at },
    note: question,
    bodyName: body,
    named: { body, day: dueOn },
    quotes: [question],
  };
};

const send: Effect = async (scene) => {
  const sent = await sendQuestion(scene);
  if ('ok' in sent) return sent;
  return { ...nothing, bodyName: sent.body, ...(sent.isOnItsWay ? { as: 'mail' } : {}) };
};

const remind: Effect = async (scene) =>
  (await isAsked(scene)) ? noted(scene) : refused('proposals.refused.notSentYet');

const recordStatement: Effect = async (scene) => {
  const { statementText = '', plainText = '' } = scene.given;
  const body = await keepStatement(scene);
  if (body === null) return refused('proposals.refused.nobodyWasAsked');
  return { ...nothing, by: body, named: { body }, quotes: [plainText || statementText] };
};

const finish: Effect = ({ given: { resultNote = '' } }) => ({
  ...saying(resultNote),
  data: { resultNote, outcomeAudience: 'PUBLIC' },
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

const NO_RESULT = { resultNote: '', outcomeAudience: 'INTERNAL' } as const;

const reopen: Effect = ({ given: { note = '' } }) => ({
  ...saying(note),
  data: { reasonCode: '', reasonText: '', ...NO_RESULT },
});

const takeBack: Effect = async ({ tx, proposal, given: { note = '' }, at }) => {
  const back = await wayBack(tx, proposal, at);
  if ('ok' in back) return back;
  return { ...saying(note), to: back.to, data: { ...NO_RESULT, voteClosesAt: back.voteClosesAt } };
};

const unpublish: Effect = async (scene) => {
  const { note = '' } = scene.given;
  const refusal = await whyItStays(scene);
  return refusal ?? { ...nothing, data: { publishedAt: null }, note, quotes: [note] };
};

const EFFECTS: Record<OfficeStep, Effect> = {
  startReview: () => nothing,
  askBack,
  answer: ({ given: { note = '' } }) => ({ ...nothing, note }),
  publish,
  notPublish,
  unpublish,
  reconsider: reopen,
  merge,
  separate,
  discuss,
  adopt: inSession(noted),
  decline: inSession(decided),
  hold: inSession(decided),
  handOver,
  send,
  passOn: handOver,
  remind,
  recordStatement,
  start: noted,
  finish,
  giveUp,
  reopen,
  takeBack,
  withdraw: ({ given }) => ({ ...nothing, data: given.removeText ? WITHOUT_TEXT : {} }),
};

/** Does what belongs to a step of the office besides moving on; the caller holds the row's lock. */
export async function applyStep(step: OfficeStep, scene: Scene): Promise<StepEffect | Refused> {
  return await EFFECTS[step](scene);
}
