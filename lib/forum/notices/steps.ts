import 'server-only';
import type { Tx } from '@/lib/core/db';
import { officeInstant, officeToday } from '@/lib/core/office-time';
import type { MailContent } from '@/lib/mail/content';
import { tellPerson } from '@/lib/mail/steps';
import { addWorkdays } from '@/lib/settings/workdays';
import { sessionChangedMail } from './emails/session-changed';
import type { Appointment, Reachable, SessionChange } from './types';

const END_OF_OFFICE_DAY = '18:00';

/** Calls and letters are due by the next working day's evening, and before the session anyway. */
function callBy(startsAt: Date, region: string): Date {
  const day = addWorkdays(officeToday(), 1, region);
  const evening = officeInstant(`${day}T${END_OF_OFFICE_DAY}`);
  return evening < startsAt ? evening : startsAt;
}

/**
 * Tells people who signed up something: by mail in their language, or on the office's call list,
 * which is in German because the office reads it.
 * @param region whose holidays count, e.g. `SN`
 */
export async function tellRegistered(
  tx: Tx,
  people: readonly Reachable[],
  session: Appointment,
  region: string,
  write: (locale: string, person: Reachable) => Promise<MailContent>,
): Promise<void> {
  const dueAt = callBy(session.startsAt, region);
  for (const person of people) {
    const locale = person.contactKind === 'MAIL' ? person.locale : 'de';
    const contact = { kind: person.contactKind, value: person.contactValue, name: person.name };
    await tellPerson(tx, contact, await write(locale, person), dueAt);
  }
}

/** Whoever signed several up with one address, their own or not, gets one mail. */
function oncePerAddress(people: readonly Reachable[]): Reachable[] {
  const written = new Set<string>();
  return people.filter(({ contactKind, contactValue }) => {
    if (contactKind !== 'MAIL') return true;
    const isNew = !written.has(contactValue);
    written.add(contactValue);
    return isNew;
  });
}

/** Tells everybody with a seat or waiting for one what became of the session, in queue order. */
export async function tellAllRegistered(
  tx: Tx,
  session: Appointment & { id: string },
  change: SessionChange,
  reason: string,
  region: string,
): Promise<void> {
  const people = await tx.registration.findMany({
    where: { sessionId: session.id, state: { in: ['CONFIRMED', 'WAITLISTED'] } },
    orderBy: { queueNumber: 'asc' },
    select: { number: true, name: true, contactKind: true, contactValue: true, locale: true },
  });
  await tellRegistered(tx, oncePerAddress(people), session, region, (locale) =>
    sessionChangedMail(locale, session, change, reason),
  );
}
