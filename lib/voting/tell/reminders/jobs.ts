import 'server-only';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import { tellAll } from '@/lib/cases/telling/steps';
import type { Round } from '@/lib/cases/telling/types';
import { now } from '@/lib/core/clock';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';
import { ok } from '@/lib/core/result';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMails, putOnCallLists } from '@/lib/mail/steps';
import { pollClosesCall, pollClosesMail } from '../../emails/poll-closes';
import { ruleOf } from '../../rules';
import { listPollsAtRest } from '../../steps';
import type { PollRule } from '../../types';
import { listVotersToRemind } from '../../vote/voters/steps';
import { isTimeToRemind, remindAt } from './rules';
import { offPath, planReminder } from './steps';
import type { ClosingPoll } from './types';

/**
 * Reminds everybody who wants it and may vote, whether or not they have: so neither the mails nor
 * the call list say anything about the roll. Once per poll, and in batches after the poll was held.
 */
export async function remindOfPoll(pollId: string): Promise<void> {
  await inTransaction<null>(async (tx) => {
    await tx.$queryRaw`SELECT id FROM polls WHERE id = ${pollId}::uuid FOR UPDATE`;
    const poll = await tx.poll.findUnique({
      where: { id: pollId },
      select: {
        ...{ id: true, number: true, state: true, opensAt: true, closesAt: true },
        ...{ remindedAt: true, isTest: true, frozenRule: true },
      },
    });
    if (!poll) return ok(null);
    if (poll.state === 'SCHEDULED' && now() < remindAt(poll)) {
      // The queue's clock ran ahead of ours.
      await planReminder(tx, poll);
      return ok(null);
    }
    if (!isTimeToRemind(poll, now())) return ok(null);
    await tx.poll.update({
      where: { id: poll.id },
      data: { remindedAt: now() },
      select: { id: true },
    });
    await tellAll(tx, 'tell-poll-closes', { subjectId: poll.id });
    return ok(null);
  });
}

/** Reminds of polls whose own job is late or lost. */
export async function remindOfDuePolls(): Promise<void> {
  const open = await db.poll.findMany({
    where: { state: 'SCHEDULED', isTest: false, remindedAt: null, closesAt: { gt: now() } },
    select: { id: true, opensAt: true, closesAt: true },
  });
  const due = open.filter((poll) => remindAt(poll) <= now());
  await eachAlone(await listPollsAtRest(due), remindOfPoll);
}

/** Everybody who is to be reminded of a poll is, as long as it is open. */
export const tellPollCloses = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, remindNext);

async function remindNext(
  tx: Tx,
  { subjectId, after }: Round,
  most: number,
): Promise<string | null> {
  // Whoever calls it off at this moment waits, and then finds the mails of these, too.
  await tx.$queryRaw`SELECT id FROM polls WHERE id = ${subjectId}::uuid FOR KEY SHARE`;
  const row = await tx.poll.findUnique({
    where: { id: subjectId },
    select: { id: true, number: true, state: true, closesAt: true, frozenRule: true },
  });
  // Called off or closed meanwhile: nobody is sent where there is nothing to do.
  if (row?.state !== 'SCHEDULED' || row.closesAt <= now()) return null;
  const rule = ruleOf(row);
  const { voters, last } = await listVotersToRemind(tx, rule, { after, most });
  await remind(tx, row, rule, voters);
  return last;
}

async function remind(
  tx: Tx,
  { id: aboutId, number }: { id: string; number: number },
  rule: PollRule,
  people: Awaited<ReturnType<typeof listVotersToRemind>>['voters'],
): Promise<void> {
  const { question, closesAt, timeZone } = rule;
  const poll: ClosingPoll = { number, question, closesAt: new Date(closesAt), timeZone };
  const contents = new Map<string, MailContent>();
  for (const locale of new Set(people.map((person) => person.locale))) {
    contents.set(locale, await pollClosesMail(locale, poll));
  }
  const labels = new Map<string, string>();
  for (const locale of contents.keys()) {
    labels.set(locale, await sentence(locale, 'reminders.mail.off'));
  }
  const mails = people.flatMap(({ id, email, locale }) => {
    const content = contents.get(locale);
    if (email === null || !content) return [];
    const off = { label: labels.get(locale) ?? '', path: offPath(locale, id) };
    return [{ recipient: email, content: { ...content, off }, aboutId }];
  });
  await enqueueMails(tx, mails);
  const content = await pollClosesCall(poll);
  const called = people.filter(({ email }) => email === null);
  await putOnCallLists(
    tx,
    called.map(({ id: accountId, phone: contact, name: person }) => ({
      ...{ kind: 'PHONE' as const, person, contact, content },
      ...{ accountId, aboutId, endsAt: poll.closesAt },
    })),
  );
}
