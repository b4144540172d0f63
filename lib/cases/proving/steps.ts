import 'server-only';
import { now } from '@/lib/core/clock';
import { db, type Tx } from '@/lib/core/db';
import { hashSecret, newToken } from '@/lib/core/tokens';
import { enqueueMail, takeCallsOf } from '@/lib/mail/steps';
import { takeUnprovenMail } from '@/lib/mail/unproven';
import { getOffice } from '@/lib/settings/queries';
import type { CasePerson, ContactKind } from '../types';
import { isItYoursMail } from './emails/is-it-yours';
import { addressState, PROOF_LINK, proofEnds } from './rules';

/**
 * Whether a link may be mailed to a way the office types in: one from the allowance of that address, as of
 * everything that is mailed because somebody typed it. Nothing is taken from it where no link would be made. To be
 * asked outside of a transaction.
 * @param kept how they are reached until now; null: there is no such case
 */
export async function takeProofMail(
  contact: { kind: ContactKind; value: string },
  kept: Pick<CasePerson, 'id' | 'contactKind' | 'contactValue'> | null,
): Promise<boolean> {
  if (contact.kind !== 'MAIL' || kept === null) return false;
  const isKept = kept.contactKind === 'MAIL' && kept.contactValue === contact.value;
  if (isKept && !(await lacksLink(kept.id))) return false;
  return takeUnprovenMail(contact.value);
}

/** Whether the address a case has was typed in by the office, and its owner has no link with which to prove it. */
async function lacksLink(caseId: string): Promise<boolean> {
  const row = await db.unprovenAddress.findUnique({ where: { caseId } });
  return row !== null && ['unsent', 'ended'].includes(addressState(row, now()).state);
}

/**
 * Notes that nobody has shown an address to be theirs, and mails it one link with which its owner can. Saved again
 * it is mailed another one only when the first has ended or was never made; one that is proven stays so.
 * @param mayMail see `takeProofMail`
 */
export async function askForProof(
  tx: Tx,
  person: CasePerson & { readonly number: number },
  mayMail: boolean,
): Promise<void> {
  const at = now();
  const { id: caseId, number, locale, contactValue } = person;
  await tx.unprovenAddress.createMany({ data: [{ caseId, typedAt: at }], skipDuplicates: true });
  const row = await tx.unprovenAddress.findUniqueOrThrow({ where: { caseId } });
  const { state } = addressState(row, at);
  if (!mayMail || state === 'open' || state === 'proven') return;
  const token = newToken();
  const linkEndsAt = proofEnds(at);
  const linkHash = hashSecret(PROOF_LINK, token);
  await tx.unprovenAddress.update({
    where: { caseId },
    data: { linkHash, linkEndsAt },
    select: { caseId: true },
  });
  const { phone } = await getOffice({ locale });
  const content = await isItYoursMail(locale, { number, token, endsAt: linkEndsAt, phone });
  await enqueueMail(tx, contactValue, content);
}

/**
 * Of these the cases whose address nobody has proven. They stay as they are until the transaction ends: whoever
 * proves one at this moment waits, and finds on the call list what was put there.
 */
export async function unprovenOf(tx: Tx, people: readonly CasePerson[]): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT case_id::text AS id FROM unproven_addresses
    WHERE case_id = ANY(${people.map(({ id }) => id)}::uuid[]) AND proven_at IS NULL
    ORDER BY case_id FOR SHARE`;
  return new Set(rows.map(({ id }) => id));
}

/** What the office still owed whoever has a case goes to their address, in the words of the call list. */
export async function mailWhatIsOwed(tx: Tx, caseId: string): Promise<void> {
  for (const { contact, subject, message } of await takeCallsOf(tx, caseId)) {
    await enqueueMail(tx, contact, { subject, paragraphs: message.split('\n') });
  }
}
