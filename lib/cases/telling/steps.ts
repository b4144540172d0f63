import 'server-only';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { newRowId } from '@/lib/core/row-id';
import { addJob } from '@/lib/jobs/steps';
import type { Jobs } from '@/lib/jobs/types';
import type { MailContent } from '@/lib/mail/content';
import type { Letter } from '@/lib/mail/steps';
import {
  enqueueMail,
  enqueueMails,
  moveCallsOf,
  putOnCallLists,
  takeOvertaken,
} from '@/lib/mail/steps';
import { askForProof, unprovenOf } from '../proving/steps';
import { hearsOfUs, OFFICE_LOCALE } from '../rules';
import type { CasePerson, ContactKind } from '../types';

/** The jobs that tell many people; each is done by its domain with `tellInBatches`. */
type TellingJob = {
  [Name in keyof Jobs]: Jobs[Name] extends { tellingId: string } ? Name : never;
}[keyof Jobs];

/**
 * Everybody concerned is told, after this transaction and in batches: however many they are, whoever acts
 * waits for one row. Asked for again before all are told, it begins anew: what is newer replaces what is older.
 * @param said what they are told, where it cannot be read any more when their turn comes
 * @param runAt not before this instant
 */
export async function tellAll(
  tx: Tx,
  job: TellingJob,
  {
    subjectId,
    detail = '',
    said = {},
    runAt = null,
  }: { subjectId: string; detail?: string; said?: object; runAt?: Date | null },
): Promise<void> {
  const [telling] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO tellings (id, name, subject_id, detail, said)
    VALUES (${newRowId(now())}::uuid, ${job}, ${subjectId}::uuid, ${detail}, ${JSON.stringify(said)}::jsonb)
    ON CONFLICT (name, subject_id, detail) DO UPDATE SET after = NULL, said = EXCLUDED.said
    RETURNING id::text`;
  if (telling) await addJob(tx, job, { tellingId: telling.id }, runAt);
}

interface About {
  before?: Date | null;
  aboutId?: string | null;
  wordsOf?: string;
}

/**
 * Tells whoever has a case something, each the way they chose, in a few statements for all of them: by mail in
 * their language, or on the office's call list, in the language of the office, which reads it. There it stands also
 * where the office typed in a mail address afterwards and nobody has shown that it is theirs.
 * @param before nothing can be told later than this
 * @param aboutId what it is about besides: it stands beside what they are to hear of the case itself
 * @param wordsOf whose words are in it: once they are corrected, a mail that has not left says the right ones
 */
export async function tellOwners<Person extends CasePerson>(
  tx: Tx,
  people: readonly Person[],
  { before = null, aboutId = null, wordsOf }: About,
  write: (locale: string, person: Person) => Promise<MailContent>,
): Promise<void> {
  const told = people.filter(hearsOfUs);
  const unproven = await unprovenOf(tx, told.filter(isByMail));
  const isMailed = (one: Person) => isByMail(one) && !unproven.has(one.id);
  const mails = told.filter(isMailed);
  const calls = told.filter((one) => !isMailed(one));
  await mailTo(
    tx,
    await Promise.all(
      mails.map(async (person) => ({
        recipient: person.contactValue,
        content: await write(person.locale, person),
        // By which it is found again, where what it says is put right or must not be kept.
        aboutId: wordsOf ?? person.id,
      })),
    ),
  );
  await putOnCallLists(
    tx,
    await Promise.all(
      calls.map(async (person) => ({
        ...callTo(person),
        content: await write(OFFICE_LOCALE, person),
        ...{ aboutId, endsAt: before },
      })),
    ),
  );
}

/**
 * The office has put right how whoever has a case is reached: what is still to be told about it stands on the call
 * list with the new way, or is told to nobody where they ask by number. An address gets it, in the words of the call
 * list, only when it is that of their account, which they have proven, or was theirs from the beginning; any other gets
 * one link with which its owner can say that it is theirs.
 * @param was how they were reached until now, and whose account it is, where that is known
 * @param mayMail whether a link may be mailed, see `takeProofMail`
 */
export async function tellElsewhere(
  tx: Tx,
  was: CasePerson & { readonly accountId: string | null },
  person: CasePerson & { readonly number: number },
  mayMail: boolean,
): Promise<void> {
  if (isByMail(person) && !(await isTheirs(tx, was, person))) {
    await askForProof(tx, person, mayMail);
  }
  const isMailed = (await wayTold(tx, person)) === 'MAIL';
  if (person.contactValue !== '' && !isMailed) return moveCallsOf(tx, person.id, callTo(person));
  if (isMailed) {
    const owed = await tx.callListItem.findMany({
      where: { caseId: person.id, doneAt: null },
      select: { subject: true, message: true },
    });
    const letters = owed.map(({ subject, message }) => ({
      recipient: person.contactValue,
      content: { subject, paragraphs: message.split('\n') },
    }));
    await mailTo(tx, letters);
  }
  await takeOvertaken(tx, [person.id]);
}

/** Whether an address is the one they gave when they handed it in, or that of their account. */
async function isTheirs(
  tx: Tx,
  was: CasePerson & { readonly accountId: string | null },
  { contactValue: email }: CasePerson,
): Promise<boolean> {
  if (isByMail(was) && was.contactValue === email) {
    return (await tx.unprovenAddress.count({ where: { caseId: was.id } })) === 0;
  }
  if (was.accountId === null) return false;
  return (await tx.user.count({ where: { id: was.accountId, email } })) > 0;
}

/** How somebody is told: an address that nobody has proven stands on the call list. */
export async function wayTold(tx: Tx, person: CasePerson): Promise<ContactKind> {
  if (!isByMail(person)) return person.contactKind;
  return (await unprovenOf(tx, [person])).size === 0 ? 'MAIL' : 'PHONE';
}

const isByMail = ({ contactKind }: CasePerson) => contactKind === 'MAIL';

const callTo = ({ id, contactKind, contactValue, name }: CasePerson) => ({
  caseId: id,
  kind: contactKind === 'LETTER' ? ('LETTER' as const) : ('PHONE' as const),
  person: name,
  contact: contactValue,
});

/** One for somebody alone does not stand behind those for many. */
async function mailTo(tx: Tx, mails: readonly Letter[]): Promise<void> {
  const [alone] = mails;
  if (alone && mails.length === 1) await enqueueMail(tx, alone.recipient, alone.content, '', alone);
  else await enqueueMails(tx, mails);
}

/** What is still to be told of a thing says other words in place of some that must not be kept. */
export async function rewordTellings(
  tx: Tx,
  { name, subjectId }: { name: string; subjectId: string },
  { before, now: right }: { before: string; now: string },
): Promise<void> {
  // Each text said is one string of the JSON, in quotes.
  await tx.$executeRaw`
    UPDATE tellings SET said = replace(said::text, to_jsonb(${before}::text)::text, to_jsonb(${right}::text)::text)::jsonb
    WHERE name = ${name} AND subject_id = ${subjectId}::uuid
      AND position(to_jsonb(${before}::text)::text IN said::text) > 0`;
}
