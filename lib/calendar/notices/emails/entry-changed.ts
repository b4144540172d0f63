import { localized } from '@/lib/core/paths';
import { longDateTime, longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { calendarPaths } from '../../paths';
import type { ChangedEntry, EntryChange } from '../types';

/** The office changed something about an entry a partner had put into the calendar. */
export async function entryChangedMail(
  locale: string,
  entry: ChangedEntry,
  change: EntryChange,
  office: { name: string; phone: string },
): Promise<MailContent> {
  const { id, title, place } = entry;
  const when = longDateTime(entry.startsAt, locale);
  const day = 'day' in change ? longDay(change.day, locale) : '';
  // messages: calendar-notices.*
  const say = (key: string, more: Record<string, string> = {}) =>
    sentence(locale, `calendar-notices.${key}`, {
      ...{ title, when, place, day, office: office.name, phone: office.phone },
      ...more,
    });
  return {
    subject: await say(`${change.what}.subject`),
    hello: await say('hello'),
    paragraphs: [
      await say(`${change.what}.text`),
      ...(await saidOf(locale, entry, change, say)),
      ...('note' in change && change.note !== '' ? [change.note] : []),
    ],
    ask: await say('ask'),
    link: {
      label: await say('link'),
      path: localized(locale, calendarPaths.partnerEntry(id)),
    },
    desk: calendarPaths.teamCalendarEntry(id),
  };
}

type Say = (key: string, more?: Record<string, string>) => Promise<string>;

/** What is so now. */
async function saidOf(
  locale: string,
  { isSeries }: ChangedEntry,
  change: EntryChange,
  say: Say,
): Promise<string[]> {
  if (change.what === 'dateMoved') {
    return [await say('newTime', { when: longDateTime(change.startsAt, locale) })];
  }
  if (change.what !== 'changed') return [];
  const names = await Promise.all(change.fields.map((field) => say(`field.${field}`)));
  const fields = new Intl.ListFormat(locale === 'en' ? 'en' : 'de').format(names);
  return [await say('fields', { fields }), await say(isSeries ? 'nowSeries' : 'now')];
}
