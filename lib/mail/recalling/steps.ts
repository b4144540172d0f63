import 'server-only';
import type { Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import { rewordMessage, rewordText } from '../render';
import { openMessage, sealMessage } from '../seal';

/**
 * Mails that have not left yet, or could not, leave no more: what they say is no longer so. One that is with the
 * mail server at this moment may have left; it stays until that has answered, and is not tried again.
 */
export async function keepMailsBack(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await keepBack(tx, { id: { in: [...ids] } });
}

/** The same of all that is about one thing, however many they are. */
export const keepMailsAboutBack = (tx: Tx, aboutId: string): Promise<void> =>
  keepBack(tx, { aboutId });

async function keepBack(tx: Tx, which: Prisma.OutgoingMailWhereInput): Promise<void> {
  const where = { ...which, state: { in: ['QUEUED' as const, 'FAILED' as const] } };
  // All of them first: one that begins to leave between the two statements is found by neither else.
  await tx.outgoingMail.updateMany({ where, data: { keptBack: true } });
  await tx.outgoingMail.deleteMany({ where: { ...where, leavingAt: null } });
}

/** Addresses a mail about this has left to, or is just leaving to; such mails are kept for 30 days. */
export async function listMailedAbout(tx: Tx, aboutId: string): Promise<string[]> {
  const mails = await tx.outgoingMail.findMany({
    where: { aboutId, OR: [{ state: 'SENT' }, { leavingAt: { not: null } }] },
    select: { recipient: true },
  });
  return mails.map(({ recipient }) => recipient);
}

/**
 * The same of calls that were made to people with an account, about no case of theirs; they are kept for 30 days, too.
 * @returns the numbers that were called, by account
 */
export async function listCalledAbout(tx: Tx, aboutId: string): Promise<Map<string, string>> {
  const calls = await tx.callListItem.findMany({
    where: { aboutId, kind: 'PHONE', caseId: null, doneAt: { not: null } },
    select: { accountId: true, contact: true },
    orderBy: { createdAt: 'asc' },
  });
  return new Map(
    calls.flatMap(({ accountId, contact }) => (accountId === null ? [] : [[accountId, contact]])),
  );
}

/** Mails go, those that have left and those that have not; one that is with the mail server as `keepMailsBack` says. */
export async function forgetMails(tx: Tx, ids: readonly string[]): Promise<void> {
  await keepMailsBack(tx, ids);
  await tx.outgoingMail.deleteMany({ where: { id: { in: [...ids] }, state: 'SENT' } });
}

/** Calls not made yet about one thing say what was corrected in the words that are right. */
export async function rewordCallsAbout(
  tx: Tx,
  aboutId: string,
  { before, now: right }: { before: string; now: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE call_list_items SET message = btrim(replace(E'\n' || message || E'\n',
      E'\n' || ${before} || E'\n', E'\n' || ${right} || E'\n'), E'\n')
    WHERE done_at IS NULL AND about_id = ${aboutId}::uuid
      AND position(E'\n' || ${before} || E'\n' IN E'\n' || message || E'\n') > 0`;
}

/** Mails of one statement, as when they are queued. */
const AT_ONCE = 2000;

/**
 * The same in mails that have not left, or could not. One that is with the mail server at this moment may have left
 * with what it said; tried again, it says the right words.
 */
export async function rewordMailsAbout(
  tx: Tx,
  abouts: readonly string[],
  words: { before: string; now: string },
): Promise<void> {
  const mails = await tx.$queryRaw<{ id: string; text: string; sealed: string }[]>`
    SELECT id::text, text, sealed FROM outgoing_mails
    WHERE about_id = ANY(${[...abouts]}::uuid[]) AND state IN ('QUEUED', 'FAILED') ORDER BY id FOR UPDATE`;
  const reworded = mails.map(({ id, text, sealed }) => {
    const message = openMessage(sealed);
    return {
      ...{ id, text: rewordText(text, words) },
      sealed: message === null ? sealed : sealMessage(rewordMessage(message, words)),
    };
  });
  for (let from = 0; from < reworded.length; from += AT_ONCE) {
    await tx.$executeRaw`
      UPDATE outgoing_mails AS mail SET text = said.text, sealed = said.sealed
      FROM json_to_recordset(${JSON.stringify(reworded.slice(from, from + AT_ONCE))}::json)
        AS said (id uuid, text text, sealed text)
      WHERE mail.id = said.id`;
  }
}
