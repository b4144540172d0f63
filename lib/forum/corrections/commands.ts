import 'server-only';
import { command } from '@/lib/accounts/command';
import { tellRepresentatives } from '@/lib/accounts/representation/steps';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { dayColumn, dayOrNone } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { proposalsOn, publishedIds, spokenOf } from '@/lib/forum/agenda/steps';
import {
  type AdditionMail,
  minutesSupplementedMail,
} from '@/lib/forum/minutes/emails/minutes-supplemented';
import { areMinutesPublic } from '@/lib/forum/minutes/rules';
import { countAgendaChange } from '@/lib/forum/minutes/steps';
import { forumPaths } from '@/lib/forum/paths';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { FORUM_TAGS } from '../tags';
import type {
  AddToMinutesInput,
  CorrectAdditionInput,
  CorrectDecisionInput,
  CorrectTaskInput,
} from './schema';

type Done = Result<{ number: number }>;

const { keep } = FORUM_RIGHTS;
const TAGS = [FORUM_TAGS.sessions];

/** The words of a decision and its place on the agenda; votes and result are corrected by another decision alone. */
export const correctDecision = command(
  { right: keep, audit: ['decision.corrected'], tags: TAGS },
  async ({ tx, at, note }, input: CorrectDecisionInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    const where = { id: input.id, sessionId: session.id };
    if ((await tx.decision.count({ where })) === 0) throw new AppError('NOT_FOUND');
    const { text, agendaNo } = input;
    const named = nameProblem({ reason: input.reason });
    if (named) return named;
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'DECISION', audience: 'PUBLIC' },
      {
        rows: tx.decision,
        read: async () => {
          const row = await tx.decision.findUniqueOrThrow({ where });
          return { text: row.text, agenda_no: row.agendaNo };
        },
        to: { text, agenda_no: agendaNo },
        write: () => tx.decision.update({ where, data: { text, agendaNo }, select: { id: true } }),
      },
    );
    if (refusal) return refusal;
    await note('decision.corrected', input.id);
    return ok({ number: session.number });
  },
);

/**
 * What a session spoke of and what stands in none of its minutes is added to them, once everybody can read them:
 * marked as such, with the day and the reason, and what the representation confirmed stays as it was. They are told.
 */
export const addToMinutes = command(
  { right: keep, audit: ['minutes.supplemented'], tags: TAGS },
  async ({ tx, at, note }, input: AddToMinutesInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    if (!areMinutesPublic(session.minutesState)) return refused('forum-raised.refused.notPublic');
    const late = await takeVersion(tx.forumSession, session.id, input.version, 'minutesVersion');
    if (late) return late;
    const linked = await publishedIds(tx, input.proposals);
    if (linked.length === 0) return refused('forum-raised.error.proposals', {}, 'proposals');
    const { title, record, reason } = input;
    const named = nameProblem({ reason });
    if (named) return named;
    const last = await tx.agendaItem.count({ where: { sessionId: session.id } });
    const { id } = await tx.agendaItem.create({
      data: {
        ...{ sessionId: session.id, position: last + 1, title, record },
        // How long it was to take nobody had planned.
        ...{ kind: 'proposals', minutes: 0, audience: 'PUBLIC' as const },
        ...{ raisedAt: at, raisedWhy: reason },
      },
      select: { id: true },
    });
    await tx.agendaProposal.createMany({
      data: linked.map((one) => ({ ...one, agendaItemId: id, raisedAt: at })),
    });
    await tellOfAddition(tx, session, 'mail');
    await note('minutes.supplemented', session.id);
    return ok({ number: session.number });
  },
);

/**
 * Other words for what was added to minutes everybody reads, and other proposals it was about, unless the Forum is said
 * to have spoken of one. Whoever was told of it hears that, too.
 */
export const correctAddition = command(
  { right: keep, audit: ['minutes.additionCorrected'], tags: TAGS },
  async ({ tx, at, note }, input: CorrectAdditionInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    if (!areMinutesPublic(session.minutesState)) return refused('forum-raised.refused.notPublic');
    const { id, title, record, why, reason } = input;
    const named = nameProblem({ why, reason });
    if (named) return named;
    const where = { id, sessionId: session.id, raisedWhy: { not: '' } };
    if ((await tx.agendaItem.count({ where })) === 0) throw new AppError('NOT_FOUND');
    const kept = (await publishedIds(tx, input.proposals)).map(({ proposalId }) => proposalId);
    if (kept.length === 0) return refused('forum-raised.error.proposals', {}, 'proposals');
    const hold = await spokenOf(tx, { item: id, kept });
    if (hold !== null)
      return refused('forum-authors.refused.forumSpokeOfIt', { number: hold }, 'proposals');
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'AGENDA_ITEM', audience: 'PUBLIC' },
      {
        rows: tx.agendaItem,
        read: () => readAddition(tx, id),
        to: { title, record, raised_why: why, proposals: await numbersOf(tx, kept) },
        write: () => writeAddition(tx, { id, title, record, raisedWhy: why }, { kept, at }),
      },
    );
    if (refusal) return refusal;
    // Whoever is just confirming them has to look again.
    await countAgendaChange(tx, session.id);
    await tellOfAddition(tx, session, 'correctedMail');
    await note('minutes.additionCorrected', session.id);
    return ok({ number: session.number });
  },
);

/** Numbers of proposals, as people name them. */
async function numbersOf(tx: Tx, ids: readonly string[]): Promise<string> {
  const found = await tx.proposal.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  return found.map(({ number }) => number).join(', ');
}

async function readAddition(tx: Tx, id: string) {
  const { title, record, raisedWhy } = await tx.agendaItem.findUniqueOrThrow({ where: { id } });
  const proposals = await numbersOf(tx, await proposalsOn(tx, id));
  return { title, record, raised_why: raisedWhy, proposals };
}

async function writeAddition(
  tx: Tx,
  { id, ...data }: { id: string; title: string; record: string; raisedWhy: string },
  { kept, at }: { kept: readonly string[]; at: Date },
): Promise<void> {
  await tx.agendaItem.update({ where: { id }, data, select: { id: true } });
  await tx.agendaProposal.deleteMany({
    where: { agendaItemId: id, proposalId: { notIn: [...kept] } },
  });
  await tx.agendaProposal.createMany({
    data: kept.map((proposalId) => ({ agendaItemId: id, proposalId, raisedAt: at })),
    skipDuplicates: true,
  });
}

/** Whoever speaks for the residents hears of an addition, and of other words for it. */
function tellOfAddition(tx: Tx, session: LockedSession, told: AdditionMail): Promise<void> {
  return tellRepresentatives(tx, {
    write: (locale) => minutesSupplementedMail(locale, session, told),
    officePath: forumPaths.teamForumMinutes(session.number),
    ...{ aboutId: session.id, again: false, calls: 'always' },
  });
}

/** What somebody was asked to do, who, and until when; whether it is done is said apart. */
export const correctTask = command(
  { right: keep, audit: ['forumTask.corrected'], tags: TAGS },
  async ({ tx, at, note }, input: CorrectTaskInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    const where = { id: input.id, sessionId: session.id };
    const task = await tx.forumTask.findUnique({ where, select: { audience: true } });
    if (!task) throw new AppError('NOT_FOUND');
    const { task: text, assignee, reason } = input;
    const named = task.audience === 'PUBLIC' ? nameProblem({ reason }) : null;
    if (named) return named;
    const dueOn = input.dueOn || null;
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'FORUM_TASK', audience: task.audience },
      {
        rows: tx.forumTask,
        read: async () => {
          const row = await tx.forumTask.findUniqueOrThrow({ where });
          return { text: row.text, assignee: row.assignee, due_on: dayOrNone(row.dueOn) };
        },
        to: { text, assignee, due_on: dueOn },
        write: () =>
          tx.forumTask.update({
            where,
            data: { text, assignee, dueOn: dueOn === null ? null : dayColumn(dueOn) },
            select: { id: true },
          }),
      },
    );
    if (refusal) return refusal;
    await note('forumTask.corrected', input.id);
    return ok({ number: session.number });
  },
);
