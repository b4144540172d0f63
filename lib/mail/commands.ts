import 'server-only';
import type { Actor, Guest, System } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { addJobs } from '@/lib/jobs/commands';
import type { MailContent } from './content';
import { renderHtml, renderText } from './render';

/** How somebody wants to be reached; `NUMBER` means: they will ask by number, tell them nothing. */
export interface Contact {
  kind: 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER';
  value: string;
  /** Name as given, for the call list; may be empty. */
  name: string;
}

/** Queues a mail in the running transaction; nobody ever waits for the mail server. */
export async function enqueueMail(
  actor: Actor | Guest | System,
  tx: Tx,
  recipient: string,
  content: MailContent,
): Promise<void> {
  await enqueueMails(actor, tx, [{ recipient, content }]);
}

/** Rows of one statement; PostgreSQL takes 32,767 values at most. */
const MAILS_AT_ONCE = 2000;

/** The same for many at once. */
export async function enqueueMails(
  actor: Actor | Guest | System,
  tx: Tx,
  mails: readonly { recipient: string; content: MailContent }[],
): Promise<void> {
  const { APP_URL } = readEnv();
  const rows = mails.map(({ recipient, content }) => ({
    recipient,
    subject: content.subject.replace(/\s+/g, ' '),
    text: renderText(content, APP_URL),
    html: renderHtml(content, APP_URL),
    off: content.off ? new URL(content.off.path, APP_URL).href : '',
    createdAt: now(),
  }));
  for (let from = 0; from < rows.length; from += MAILS_AT_ONCE) {
    const some = rows.slice(from, from + MAILS_AT_ONCE);
    const queued = await tx.outgoingMail.createManyAndReturn({ data: some, select: { id: true } });
    const jobs = queued.map(({ id }) => ({ mailId: id }));
    await addJobs(actor, tx, 'send-mail', jobs);
  }
}

/**
 * Tells somebody something the way they chose: by mail, or through the office's call list
 * (phone, letter). Whoever only asks by number is told nothing and sees it there.
 * @param dueAt until when the call or letter should be made
 */
export async function tellPerson(
  actor: Actor | Guest | System,
  tx: Tx,
  contact: Contact,
  content: MailContent,
  dueAt: Date | null = null,
): Promise<void> {
  if (contact.kind === 'NUMBER' || contact.value === '') return;
  if (contact.kind === 'MAIL') return enqueueMail(actor, tx, contact.value, content);
  const { kind, name: person, value } = contact;
  await putOnCallList(actor, tx, { kind, person, contact: value, content, dueAt });
}

interface OwedCall {
  kind: 'PHONE' | 'LETTER';
  person: string;
  /** Number or address; empty where the office has to know it from elsewhere. */
  contact: string;
  content: MailContent;
  dueAt: Date | null;
}

/** Puts a call or a letter on the office's list. */
export async function putOnCallList(
  _actor: Actor | Guest | System,
  tx: Tx,
  { kind, person, contact, content, dueAt }: OwedCall,
): Promise<void> {
  await tx.callListItem.create({
    data: {
      kind,
      person,
      contact,
      subject: content.subject,
      message: content.paragraphs.join('\n'),
      link: content.link?.path ?? '',
      createdAt: now(),
      dueAt,
    },
    select: { id: true },
  });
}
