import 'server-only';
import type { Tx } from '@/lib/core/db';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMails, putOnCallList } from '@/lib/mail/steps';
import { SPEAKS_FOR_RESIDENTS } from './rules';

interface Waiting {
  write(locale: string): Promise<MailContent>;
  /** Where the office finds the thing somebody is to be called about. */
  officePath: string;
  /** What it is about: the call goes when that is settled. */
  aboutId: string;
  /** They were told of it before, and only a call that was not made is made up for. */
  again: boolean;
  /** Whether those without an address are owed a call: once for each thing, unless it says otherwise. */
  calls?: 'once' | 'always' | 'never';
}

/**
 * Tells the people who speak for the residents that something waits for them: by mail in their language.
 * Those without an address share one row of the office's call list, in German, with the names they gave.
 */
export async function tellRepresentatives(
  tx: Tx,
  { write, officePath, aboutId, again, calls = 'once' }: Waiting,
): Promise<void> {
  const people = await tx.user.findMany({
    where: SPEAKS_FOR_RESIDENTS,
    orderBy: { createdAt: 'asc' },
    select: { email: true, displayName: true, locale: true },
  });
  const mails = people.flatMap(({ email, locale }) => (email ? [{ email, locale }] : []));
  const letters = await Promise.all(
    mails.map(async ({ email, locale }) => ({ recipient: email, content: await write(locale) })),
  );
  if (!again) await enqueueMails(tx, letters);
  const others = people.filter(({ email }) => email === null);
  // Calls about somebody's own case in the same session are others.
  const asked = await tx.callListItem.count({ where: { aboutId, caseId: null } });
  if (others.length === 0 || calls === 'never' || (calls === 'once' && asked > 0)) return;
  const content = await write('de');
  await putOnCallList(tx, {
    kind: 'PHONE',
    person: await namesOf(others.map(({ displayName }) => displayName ?? '')),
    contact: '',
    content: { ...content, desk: officePath },
    aboutId,
  });
}

// messages: forum-representation.call.nameless forum-representation.call.names
async function namesOf(given: readonly string[]): Promise<string> {
  const names = given.filter((name) => name !== '').join(', ');
  return names === ''
    ? await sentence('de', 'forum-representation.call.nameless')
    : await sentence('de', 'forum-representation.call.names', { names });
}
