import 'server-only';
import { command } from '@/lib/accounts/command';
import { mayRepresent } from '@/lib/accounts/policy';
import { tellRepresentatives } from '@/lib/accounts/representation/steps';
import type { Actor } from '@/lib/accounts/types';
import { localOf, now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import type { BallotChannel, PollMethod } from '@/lib/elections/results/types';
import { addJob } from '@/lib/jobs/steps';
import { takeCallsAbout } from '@/lib/mail/steps';
import { VOTING_RIGHTS } from '../../access';
import { draftWaitsMail } from '../../emails/draft-waits';
import { votingPaths } from '../../paths';
import { VOTING_TAGS } from '../../tags';
import { noteScheduled } from '../../tell/proposals/commands';
import { planReminder } from '../../tell/reminders/steps';
import type { PollNumber } from '../commands';
import { isTooShort, LEAST_OPEN_MINUTES } from '../rules';
import type { PollNumberInput } from '../schema';
import { freezeDraft, lockPoll, whyAlike } from '../steps';
import { countOtherCheckers } from './queries';
import { checkStepOf, partsToCheck } from './rules';
import type { ApprovalInput, ReturnInput } from './schema';

/** The draft is written: from now on it waits for somebody else of the office or the Forum. */
export const giveToCheck = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.givenToCheck'], tags: [] },
  async ({ tx, note, unchanged }, input: PollNumberInput): Promise<Result<PollNumber>> => {
    const draft = await lockDraft(tx, input.number);
    if (!draft.ok) return draft;
    const { id, readyAt, closesAt } = draft.value;
    if (readyAt) {
      unchanged();
      return ok({ number: input.number });
    }
    if (closesAt <= now()) return refused('voting.refused.closesInPast');
    if (isTooShort({ opensAt: now(), closesAt }, draft.value.channels)) return TOO_LATE;
    const twin = await whyAlike(tx, id, draft.value);
    if (twin) return twin;
    await tx.poll.update({
      where: { id },
      data: { readyAt: now(), checkNote: '' },
      select: { id: true },
    });
    await askForCheck(tx, id);
    await note('poll.givenToCheck', id);
    return ok({ number: input.number });
  },
);

/** The representation is told once, not again for every change of the draft; a call not made yet is made up for. */
async function askForCheck(tx: Tx, id: string): Promise<void> {
  const asked = await tx.poll.updateMany({
    where: { id, checkAskedAt: null },
    data: { checkAskedAt: now() },
  });
  const select = { number: true, question: true, opensAt: true } as const;
  const draft = await tx.poll.findUniqueOrThrow({ where: { id }, select });
  await tellRepresentatives(tx, {
    write: (locale) => draftWaitsMail(locale, draft),
    officePath: votingPaths.teamPoll(draft.number),
    ...{ aboutId: id, again: asked.count === 0 },
  });
}

/**
 * Somebody who did not write the draft has looked at all of it: it becomes a poll. Its rule is
 * frozen; everything people see and the count are taken from that from now on.
 */
export const approvePoll = command(
  { right: VOTING_RIGHTS.check, audit: ['poll.scheduled'], tags: [VOTING_TAGS.polls] },
  async ({ tx, actor, note }, input: ApprovalInput): Promise<Result<PollNumber>> => {
    const draft = await lockDraft(tx, input.number);
    if (!draft.ok) return draft;
    const step = checkStepOf(draft.value, actor.id);
    if (step === 'waits') return refused('voting-drafts.refused.ownDraft');
    if (step === 'writing') return refused('voting-drafts.refused.notReady');
    if (isUnchecked(draft.value, input)) {
      return refused('voting-drafts.error.checked', {}, 'checked');
    }
    // What somebody looked at is not what would be frozen when it was written anew since.
    if (await takeVersion(tx.poll, draft.value.id, input.version)) {
      return refused('voting-drafts.refused.writtenAnew');
    }
    const done = await schedule(actor, tx, draft.value.id, { checkedAlone: false });
    if (done.ok) await note('poll.scheduled', draft.value.id);
    return done;
  },
);

/** Whoever gave it back themselves wants to know when it comes again. */
const askAnew = (who: Actor) => (mayRepresent(who) ? { checkAskedAt: null } : {});

/** Sends a draft back to whoever wrote it, with what is missing. */
export const returnDraft = command(
  { right: VOTING_RIGHTS.check, audit: ['poll.sentBack'], tags: [] },
  async ({ tx, actor, note }, input: ReturnInput): Promise<Result<PollNumber>> => {
    const draft = await lockDraft(tx, input.number);
    if (!draft.ok) return draft;
    if (!draft.value.readyAt) return refused('voting-drafts.refused.notReady');
    // What is missing may have been written meanwhile.
    if (await takeVersion(tx.poll, draft.value.id, input.version)) {
      return refused('voting-drafts.refused.writtenAnew');
    }
    await tx.poll.update({
      where: { id: draft.value.id },
      data: { readyAt: null, checkNote: input.note, ...askAnew(actor) },
      select: { id: true },
    });
    await takeCallsAbout(tx, draft.value.id);
    await note('poll.sentBack', draft.value.id);
    return ok({ number: input.number });
  },
);

/** Where nobody else could check: the author looks at all of it again, and that is said publicly. */
export const scheduleAlone = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.scheduledAlone'], tags: [VOTING_TAGS.polls] },
  async ({ tx, actor, note }, input: ApprovalInput): Promise<Result<PollNumber>> => {
    const draft = await lockDraft(tx, input.number);
    if (!draft.ok) return draft;
    if ((await countOtherCheckers(actor, tx)) > 0) {
      return refused('voting-drafts.refused.someoneElse');
    }
    if (isUnchecked(draft.value, input)) {
      return refused('voting-drafts.error.checked', {}, 'checked');
    }
    // What somebody looked at is not what would be frozen when it was written anew since.
    if (await takeVersion(tx.poll, draft.value.id, input.version)) {
      return refused('voting-drafts.refused.writtenAnew');
    }
    const done = await schedule(actor, tx, draft.value.id, { checkedAlone: true });
    if (done.ok) await note('poll.scheduledAlone', draft.value.id);
    return done;
  },
);

/** It would be open for less time than anybody needs to hear of it and vote. */
const TOO_LATE = refused('voting-drafts.refused.tooLate', { minutes: LEAST_OPEN_MINUTES });

interface LockedDraft {
  id: string;
  opensAt: Date;
  closesAt: Date;
  draftedById: string | null;
  readyAt: Date | null;
  method: PollMethod;
  channels: BallotChannel[];
  needsForumRight: boolean;
  cardBatch: object | null;
}

/** Where money is at stake and an e-mail address is enough, somebody has to say that it shall be so. */
const isUnchecked = (draft: LockedDraft, { checked }: ApprovalInput): boolean =>
  !partsToCheck(draft).every((part) => checked.includes(part));

async function lockDraft(tx: Tx, number: number): Promise<Result<LockedDraft>> {
  const { id, state } = await lockPoll(tx, number);
  if (state !== 'DRAFT') return refused('voting.refused.notDraft');
  const select = {
    ...{ id: true, opensAt: true, closesAt: true, draftedById: true, readyAt: true },
    ...{ method: true, channels: true, needsForumRight: true },
    cardBatch: { select: { id: true } },
  } as const;
  return ok(await tx.poll.findUniqueOrThrow({ where: { id }, select }));
}

async function schedule(
  checker: Actor,
  tx: Tx,
  id: string,
  { checkedAlone }: { checkedAlone: boolean },
): Promise<Result<PollNumber>> {
  const { number, timeZone, channels, ...times } = await tx.poll.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ number: true, timeZone: true, channels: true },
      ...{ opensAt: true, closesAt: true, isTest: true },
    },
  });
  const { closesAt } = times;
  const at = now();
  if (closesAt <= at) return refused('voting.refused.closesInPast');
  const opensAt = new Date(Math.max(times.opensAt.getTime(), at.getTime()));
  if (isTooShort({ opensAt, closesAt }, channels)) return TOO_LATE;
  const twin = await whyAlike(tx, id, { opensAt, closesAt });
  if (twin) return twin;
  // Checked, drawn by lot and read by everybody before it begins: one that comes late begins now.
  if (times.opensAt < at) {
    times.opensAt = at;
    const data = { opensAt: at, localOpens: localOf(at, timeZone) };
    await tx.poll.update({ where: { id }, data, select: { id: true } });
  }
  // Nobody is to be asked to check it any more.
  await takeCallsAbout(tx, id);
  await freezeDraft(tx, id, { checkedById: checker.id, checkedAlone });
  await addJob(tx, 'seal-poll', { pollId: id }, closesAt);
  await planReminder(tx, { id, ...times });
  await noteScheduled(checker, tx, id);
  return ok({ number });
}
