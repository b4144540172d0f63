import 'server-only';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import type { Round } from '@/lib/cases/telling/types';
import type { Tx } from '@/lib/core/db';
import { sentence } from '@/lib/i18n/sentence';
import { listCalledAbout, listMailedAbout } from '@/lib/mail/recalling/steps';
import { enqueueMails, putOnCallLists } from '@/lib/mail/steps';
import { pollStoppedCall, pollStoppedMail } from '../emails/poll-stopped';
import { ruleOf } from '../rules';
import { offPath } from '../tell/reminders/steps';
import { listVotersToTell } from '../vote/voters/steps';
import { agreedOn } from './steps';
import type { StoppedPoll } from './types';

/**
 * Everybody who was reminded of a poll by mail or by telephone, or wants to be reminded and might have voted in it, hears that it was
 * called off or is void, and why as it reads now. Who has voted is not even asked.
 */
export const tellPollStopped = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, tellNext);

async function tellNext(
  tx: Tx,
  { subjectId: id, after }: Round,
  most: number,
): Promise<string | null> {
  // Whoever puts the reason right at this moment waits, and then finds what these are told, too.
  await tx.$queryRaw`SELECT id FROM polls WHERE id = ${id}::uuid FOR KEY SHARE`;
  const row = await tx.poll.findUnique({
    where: { id },
    select: { number: true, state: true, sealedAt: true, cancelReason: true, frozenRule: true },
  });
  if (row?.state !== 'CANCELLED') return null;
  const rule = ruleOf(row);
  const mailed = new Set(await listMailedAbout(tx, id));
  const called = await listCalledAbout(tx, id);
  const { voters, last } = await listVotersToTell(tx, rule, { mailed, called }, { after, most });
  const phase = row.sealedAt === null ? 'cancelled' : 'annulled';
  const { number, cancelReason: reason } = row;
  const stop = await tx.pollStop.findFirst({ where: agreedOn(id), select: { id: true } });
  // Under the poll's own id lie its reminders: who got one of those is asked above.
  const about = { pollId: id, stopId: stop?.id };
  await tell(tx, about, { number, question: rule.question, reason, phase }, voters);
  return last;
}

type Told = Awaited<ReturnType<typeof listVotersToTell>>['voters'];

async function tell(
  tx: Tx,
  { pollId: aboutId, stopId }: { pollId: string; stopId: string | undefined },
  poll: StoppedPoll,
  people: Told,
): Promise<void> {
  const mails = await mailsTo(people, poll);
  await enqueueMails(
    tx,
    mails.map((mail) => (stopId === undefined ? mail : { ...mail, aboutId: stopId })),
  );
  const content = await pollStoppedCall(poll);
  const called = people.filter(({ email }) => email === null);
  await putOnCallLists(
    tx,
    called.map(({ id: accountId, phone: contact, name: person }) => ({
      ...{ kind: 'PHONE' as const, person, contact, content, accountId, aboutId },
    })),
  );
}

async function mailsTo(people: Told, poll: StoppedPoll) {
  const mails = await Promise.all(
    [...new Set(people.map(({ locale }) => locale))].map(async (locale) => {
      const content = await pollStoppedMail(locale, poll);
      const label = await sentence(locale, 'reminders.mail.off');
      return people.flatMap((person) => {
        if (person.email === null || person.locale !== locale) return [];
        const off = person.wants ? { label, path: offPath(locale, person.id) } : undefined;
        return [{ recipient: person.email, content: { ...content, off } }];
      });
    }),
  );
  return mails.flat();
}
