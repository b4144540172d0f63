import 'server-only';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { newRowId } from '@/lib/core/row-id';
import { Secret } from '@/lib/core/secret';
import { addJobs } from '@/lib/jobs/steps';
import type { Jobs } from '@/lib/jobs/types';
import { getOffice } from '@/lib/settings/queries';
import { callBy } from './call-by';
import type { MailContent } from './content';
import { renderMessage, renderOpenText } from './render';
import { sealMessage } from './seal';

/** A job that can be done once a mail was sent. */
export type SentJob = {
  [Name in keyof Jobs]: Jobs[Name] extends { mailId: string } ? Name : never;
}[keyof Jobs];

export interface Letter {
  recipient: string;
  content: MailContent;
  /** A poll, a session or a case it is about, or what stopped a poll, see `recalling`. */
  aboutId?: string;
}

/**
 * Queues a mail in the running transaction; nobody ever waits for the mail server.
 * @param aboutId see `Letter`
 * @param thenJob done with the mail's id once it was sent, which may be never
 * @returns its id
 */
export async function enqueueMail(
  tx: Tx,
  recipient: string,
  content: MailContent,
  thenJob: SentJob | '' = '',
  { aboutId }: Pick<Letter, 'aboutId'> = {},
): Promise<string | undefined> {
  const ids = await store(tx, [{ recipient, content, ...(aboutId && { aboutId }) }], thenJob);
  const name = content.expiresAt ? 'send-code' : 'send-mail';
  await addJobs(
    tx,
    name,
    ids.map((mailId) => ({ mailId })),
  );
  return ids[0];
}

/** Mails of one statement: what is sent to the database in one piece stays a few MB. */
const MAILS_AT_ONCE = 2000;

/** They go out one after the other, and after everything else that waits at the same time. */
const MANY = { queue: 'many-mails', priority: 10 };

/** The same for many at once. @returns their ids, in the order of the mails */
export async function enqueueMails(tx: Tx, mails: readonly Letter[]): Promise<string[]> {
  const queued: string[] = [];
  for (let from = 0; from < mails.length; from += MAILS_AT_ONCE) {
    const ids = await store(tx, mails.slice(from, from + MAILS_AT_ONCE));
    const jobs = ids.map((mailId) => ({ mailId }));
    await addJobs(tx, 'send-mail', jobs, MANY);
    queued.push(...ids);
  }
  return queued;
}

async function store(tx: Tx, mails: readonly Letter[], thenJob = ''): Promise<string[]> {
  const { APP_URL } = readEnv();
  const createdAt = now();
  const rows = mails.map(({ recipient, content, aboutId = null }) => ({
    id: newRowId(createdAt),
    recipient,
    subject: content.subject.replace(/\s+/g, ' ').toWellFormed(),
    text: renderOpenText(content, APP_URL).toWellFormed(),
    sealed: sealMessage(renderMessage(content, APP_URL)),
    expires_at: content.expiresAt ?? null,
    then_job: thenJob,
    about_id: aboutId,
    created_at: createdAt,
  }));
  // As one value: thousands of them are there in a moment, and whoever tells them holds a row meanwhile.
  await tx.$executeRaw`
    INSERT INTO outgoing_mails (id, recipient, subject, text, sealed, expires_at, then_job, about_id, created_at)
    SELECT id, recipient, subject, text, sealed, expires_at, then_job, about_id, created_at
    FROM json_populate_recordset(NULL::outgoing_mails, ${JSON.stringify(rows)}::json)`;
  return rows.map(({ id }) => id);
}

export interface CallToMake {
  /** The case it is about; null where it is about none. */
  caseId?: string | null;
  kind: 'PHONE' | 'LETTER';
  person: string;
  /** Number or address; empty where the office has to know it from elsewhere. */
  contact: string;
  content: MailContent;
  /** What the office notes for itself about it. */
  note?: string;
  /** Whose account it is, where that is known. */
  accountId?: string | null;
  /** A poll or a session it is about, see `takeCallsAbout`. */
  aboutId?: string | null;
  /** From when on it is of no use to anybody: it goes by itself, and is owed before. */
  endsAt?: Date | null;
  /** Who it is and what it is about goes with the call itself; such a one has an end. */
  goesWhenDone?: boolean;
}

/** Puts a call or a letter on the office's list. */
export async function putOnCallList(tx: Tx, call: CallToMake): Promise<void> {
  await putOnCallLists(tx, [call]);
}

/**
 * The same for many at once. What only the person may see does not get there: who calls needs the number
 * and the sentences, never somebody's code. What was still to be told about the same thing goes: nobody is
 * called or written to with what is no longer so. Until when it is owed follows one rule, whatever it is about.
 */
export async function putOnCallLists(tx: Tx, calls: readonly CallToMake[]): Promise<void> {
  if (calls.length === 0) return;
  const createdAt = now();
  const notes = await takeOlder(tx, calls);
  const { holidayRegion } = await getOffice({ locale: 'de' });
  const dueBy = new Map<number, Date>();
  const dueAt = (endsAt: Date | null) => {
    const due = dueBy.get(Number(endsAt)) ?? callBy(createdAt, holidayRegion, endsAt);
    dueBy.set(Number(endsAt), due);
    return due;
  };
  const rows = calls.map(
    ({ content, caseId = null, accountId = null, aboutId = null, ...call }) => ({
      id: newRowId(createdAt),
      ...{
        kind: call.kind,
        person: call.person.toWellFormed(),
        contact: call.contact.toWellFormed(),
      },
      ...{ case_id: caseId, account_id: accountId, about_id: aboutId },
      ...{
        ends_at: call.endsAt ?? null,
        due_at: dueAt(call.endsAt ?? null),
        created_at: createdAt,
        goes_when_done: call.goesWhenDone ?? false,
      },
      note: notes.get(caseId ?? '') ?? call.note ?? '',
      subject: content.subject.toWellFormed(),
      message: content.paragraphs
        .filter((part) => !(part instanceof Secret))
        .join('\n')
        .toWellFormed(),
      link: content.desk ?? '',
    }),
  );
  await tx.$executeRaw`
    INSERT INTO call_list_items (id, kind, person, contact, case_id, account_id, about_id, ends_at, due_at,
      goes_when_done, created_at, note, subject, message, link)
    SELECT id, kind, person, contact, case_id, account_id, about_id, ends_at, due_at, goes_when_done, created_at,
      note, subject, message, link
    FROM json_populate_recordset(NULL::call_list_items, ${JSON.stringify(rows)}::json)`;
}

/** What was still to be told about a poll or a session goes: it is settled, or is not so any more. */
export async function takeCallsAbout(tx: Tx, aboutId: string): Promise<void> {
  await tx.callListItem.deleteMany({ where: { aboutId, doneAt: null } });
}

/**
 * Calls not made yet say what was corrected in the words that are right.
 * @returns the cases whose people are told so by them
 */
export async function rewordCalls(
  tx: Tx,
  cases: readonly string[],
  { before, now: right }: { before: string; now: string },
): Promise<string[]> {
  const reworded = await tx.$queryRaw<{ caseId: string }[]>`
    UPDATE call_list_items SET message = btrim(replace(E'\n' || message || E'\n',
      E'\n' || ${before} || E'\n', E'\n' || ${right} || E'\n'), E'\n')
    WHERE done_at IS NULL AND case_id = ANY(${[...cases]}::uuid[])
      AND position(E'\n' || ${before} || E'\n' IN E'\n' || message || E'\n') > 0
    RETURNING case_id::text AS "caseId"`;
  return reworded.map(({ caseId }) => caseId);
}

/** Takes off the list what was still to be told about a case, and says what it was. */
export async function takeCallsOf(
  tx: Tx,
  caseId: string,
): Promise<{ contact: string; subject: string; message: string }[]> {
  return await tx.$queryRaw<{ contact: string; subject: string; message: string }[]>`
    WITH taken AS (DELETE FROM call_list_items WHERE case_id = ${caseId}::uuid AND done_at IS NULL
      RETURNING created_at, contact, subject, message)
    SELECT contact, subject, message FROM taken ORDER BY created_at`;
}

/** What is still to be told about a case is told in another way, or to another number. */
export async function moveCallsOf(
  tx: Tx,
  caseId: string,
  to: Pick<CallToMake, 'kind' | 'person' | 'contact'>,
): Promise<void> {
  const { kind, person, contact } = to;
  await tx.callListItem.updateMany({
    where: { caseId, doneAt: null },
    data: { kind, person, contact },
  });
}

/** Nothing of cases stays on the list, told or not. */
export async function forgetCallsOf(tx: Tx, cases: readonly string[]): Promise<void> {
  await tx.callListItem.deleteMany({ where: { caseId: { in: [...cases] } } });
}

/** Takes everything off the list that was still to be told about cases. */
export async function takeOvertaken(tx: Tx, cases: readonly string[]): Promise<void> {
  await tx.callListItem.deleteMany({ where: { caseId: { in: [...cases] }, doneAt: null } });
}

/**
 * What becomes of a case, and what becomes of a session it is put before, are two things: each replaces its own.
 * @returns what the office had noted with those that go, by case
 */
async function takeOlder(tx: Tx, calls: readonly CallToMake[]): Promise<Map<string, string>> {
  const cases = calls.flatMap(({ caseId, aboutId }) => (caseId ? [{ caseId, aboutId }] : []));
  const older = await tx.$queryRaw<{ caseId: string; note: string }[]>`
    DELETE FROM call_list_items AS old
    USING json_to_recordset(${JSON.stringify(cases)}::json) AS newer ("caseId" uuid, "aboutId" uuid)
    WHERE old.done_at IS NULL AND old.case_id = newer."caseId"
      AND old.about_id IS NOT DISTINCT FROM newer."aboutId"
    RETURNING old.case_id::text AS "caseId", old.note`;
  return new Map(older.filter(({ note }) => note !== '').map((old) => [old.caseId, old.note]));
}
