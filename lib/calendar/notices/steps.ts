import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { OFFICE_LOCALE } from '@/lib/cases/rules';
import { dayOrNone } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { enqueueMails, putOnCallLists } from '@/lib/mail/steps';
import { getOffice } from '@/lib/settings/queries';
import { partnerOf } from '../entries/steps';
import { entryChangedMail } from './emails/entry-changed';
import { changedFields } from './rules';
import type { EntryChange, EntryWords } from './types';

const WORDS = {
  ...{ title: true, place: true, description: true, audience: true, accessible: true, kind: true },
  ...{ localStart: true, localEnd: true, rrule: true, seriesEndsOn: true },
  districts: { select: { districtId: true } },
} as const;

/** What an entry says, to be held against what it says after a change. */
export async function wordsOf(tx: Tx, id: string): Promise<EntryWords> {
  const row = await tx.calendarEntry.findUniqueOrThrow({ where: { id }, select: WORDS });
  const { localStart, localEnd, rrule, seriesEndsOn, districts, ...words } = row;
  return {
    ...words,
    time: [localStart, localEnd, rrule, dayOrNone(seriesEndsOn) ?? ''].join(' '),
    districts: districts
      .map(({ districtId }) => districtId)
      .sort()
      .join(' '),
  };
}

/** Tells the partner what is said otherwise about its entry; nothing where all is as it was. */
export async function tellPartnerOfWords(
  by: { tx: Tx; actor: Actor },
  id: string,
  before: EntryWords,
): Promise<void> {
  const fields = changedFields(before, await wordsOf(by.tx, id));
  if (fields.length > 0) await tellPartner(by, id, { what: 'changed', fields });
}

/**
 * The people of the partner an entry belongs to hear what somebody else has done with it: by mail in their language,
 * or on the office's call list. What the partner did itself it knows.
 */
export async function tellPartner(
  { tx, actor }: { tx: Tx; actor: Actor },
  id: string,
  change: EntryChange,
): Promise<void> {
  const row = await tx.calendarEntry.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, title: true, place: true, startsAt: true, rrule: true },
      partnerId: true,
    },
  });
  const { rrule, partnerId, ...said } = row;
  if (partnerId === null || partnerOf(actor) !== null) return;
  const people = await tx.user.findMany({
    where: { partnerId, id: { not: actor.id }, roles: { some: { role: 'PARTNER' } } },
    select: { id: true, email: true, displayName: true, locale: true },
    orderBy: { createdAt: 'asc' },
  });
  const office = await getOffice({ locale: OFFICE_LOCALE });
  const by = { name: office.officeName, phone: office.phone };
  const entry = { ...said, isSeries: rrule !== '' };
  const write = (locale: string) => entryChangedMail(locale, entry, change, by);
  const mailed = people.flatMap(({ email, locale }) => (email ? [{ email, locale }] : []));
  const letters = await Promise.all(
    mailed.map(async ({ email, locale }) => ({ recipient: email, content: await write(locale) })),
  );
  await enqueueMails(tx, letters);
  const called = people.filter(({ email }) => email === null);
  const content = await write(OFFICE_LOCALE);
  await putOnCallLists(
    tx,
    called.map(({ id: accountId, displayName }) => ({
      ...{ kind: 'PHONE' as const, person: displayName ?? '', contact: '', content },
      // What is newer about the same entry takes its place.
      ...{ accountId, caseId: accountId, aboutId: id },
    })),
  );
}
