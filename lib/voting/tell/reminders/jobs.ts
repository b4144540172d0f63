import 'server-only';
import { now } from '@/lib/core/clock';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';
import { localized } from '@/lib/core/paths';
import { ok } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMails, tellPerson } from '@/lib/mail/steps';
import { pollClosesCall, pollClosesMail } from '../../emails/poll-closes';
import { votingPaths } from '../../paths';
import { ruleOf } from '../../rules';
import { listPollsAtRest } from '../../steps';
import type { PollRule } from '../../types';
import { listVotersToRemind } from '../../vote/voters/steps';
import { isTimeToRemind, remindAt } from './rules';
import { planReminder, reminderKey } from './steps';
import type { ClosingPoll } from './types';

/**
 * Reminds everybody who wants it and may vote, whether or not they have: so neither the mails nor
 * the call list say anything about the roll. All or nothing in one step, and once per poll.
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
    await tellAll(tx, poll.number, ruleOf(poll));
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

async function tellAll(tx: Tx, number: number, rule: PollRule): Promise<void> {
  const { question, closesAt, timeZone } = rule;
  const poll: ClosingPoll = { number, question, closesAt: new Date(closesAt), timeZone };
  const people = await listVotersToRemind(tx, rule);
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
    const path = new Secret(localized(locale, votingPaths.remindersOff(reminderKey(id))));
    return [
      { recipient: email, content: { ...content, off: { label: labels.get(locale) ?? '', path } } },
    ];
  });
  await enqueueMails(tx, mails);
  const call = await pollClosesCall(poll);
  for (const { email, phone, name } of people) {
    if (email !== null) continue;
    await tellPerson(tx, { kind: 'PHONE', value: phone, name }, call, poll.closesAt);
  }
}
