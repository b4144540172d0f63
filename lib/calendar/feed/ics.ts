import icalendar, {
  escape as escapeText,
  type ICalCalendar,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { instantOf } from '@/lib/core/clock';
import type { DateException } from '../dates/types';
import type { Feed, FeedEntry } from './types';

/** How long subscribed programs may wait before they look again. */
const REFRESH_SECONDS = 60 * 60;

/*
 * The rules in force since 1996, the last word of the European directive on summer time: everywhere at the
 * same instant. Programs that know a zone's name use their own table; the others find everything here.
 */
const SWITCHES = [
  { part: 'DAYLIGHT', first: '1996-03-31T01:00Z', month: 3, checked: '2026-03-29T01:00Z' },
  { part: 'STANDARD', first: '1996-10-27T01:00Z', month: 10, checked: '2026-10-25T01:00Z' },
];

/** The zone's part of a file; `null` for one with other rules, which programs know by its name only. */
function zonePart(zone: string): string | null {
  const parts = SWITCHES.map((one) => ({ ...one, ...aroundSwitch(one.first, zone) }));
  const keepsThem = parts.every(({ checked, from, to }) => {
    const then = aroundSwitch(checked, zone);
    return from !== to && then.from === from && then.to === to;
  });
  if (!keepsThem) return null;
  const lines = parts.flatMap(({ part, month, from, to, local, name }) => [
    `BEGIN:${part}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `TZNAME:${name}`,
    `DTSTART:${local}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
    `END:${part}`,
  ]);
  return [
    `BEGIN:VTIMEZONE`,
    `TZID:${zone}`,
    `X-LIC-LOCATION:${zone}`,
    ...lines,
    'END:VTIMEZONE',
  ].join('\n');
}

/** What clocks of a zone show before and after an instant; `local` is the hour that they leave. */
function aroundSwitch(instant: string, zone: string) {
  const after = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const before = after.subtract({ seconds: 1 });
  const names = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
  const name = names
    .formatToParts(after.epochMilliseconds)
    .find(({ type }) => type === 'timeZoneName');
  const left = before.toPlainDateTime().add({ seconds: 1 }).toString({ smallestUnit: 'second' });
  return {
    from: before.offset.replace(':', ''),
    to: after.offset.replace(':', ''),
    local: left.replace(/[-:]/g, ''),
    name: name?.value ?? '',
  };
}

/**
 * Writes a calendar as RFC 5545 text, the same bytes for the same entries.
 *
 * - DTSTAMP and LAST-MODIFIED are the time of the last change, not of writing (RFC 5545, 3.8.7.2,
 *   without METHOD), so an unchanged feed keeps its ETag.
 * - A cancelled date is an override with its RECURRENCE-ID and STATUS:CANCELLED, not an EXDATE: with
 *   EXDATE it just vanishes, and whoever has written it on paper never learns that it was called
 *   off. Google and Android hide it, Apple and Thunderbird strike it through, and programs that
 *   ignore STATUS (some Outlooks) show the word before the title. EXDATE beside an override for the
 *   same date is left out, because programs disagree about which of the two counts.
 * - A moved date is an override with its new times.
 * - There is no ORGANIZER: it takes a mail address and makes programs offer to answer.
 */
export function writeCalendar(feed: Feed): string {
  const calendar = icalendar({
    prodId: { company: 'Stadtteilforum', product: 'Kalender', language: 'DE' },
    // These three are not escaped by the generator.
    name: escapeText(clean(feed.name), false),
    description: escapeText(clean(feed.description), false),
    url: feed.url,
    ttl: REFRESH_SECONDS,
    // Without a zone of the calendar itself: with one, the generator writes DTSTAMP as local time.
    timezone: { name: null, generator: zonePart },
  });
  const words = { cancelled: feed.cancelledWord, postponed: feed.postponedWord };
  for (const entry of feed.entries) writeEntry(calendar, entry, words);
  return `${calendar.toString()}\r\n`;
}

function writeEntry(calendar: ICalCalendar, entry: FeedEntry, words: OffWords): void {
  const { series, changedAt } = entry;
  const common = {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: changedAt,
    lastModified: changedAt,
    url: entry.url,
    location: clean(entry.place) || null,
    categories: [{ name: clean(entry.category) }],
  };
  calendar.createEvent({
    ...common,
    ...times(series.localStart, series.localEnd, entry),
    ...said(entry, standingOf(entry), '', words),
    ...(series.rrule === '' ? {} : { repeating: ruleWithEnd(entry) }),
  });
  for (const exception of series.exceptions) {
    const own = exception.cancelled
      ? plannedTimes(entry, exception.localDate)
      : { start: exception.newLocalStart, end: exception.newLocalEnd };
    calendar.createEvent({
      ...common,
      ...times(own.start, own.end, entry, exception),
      ...said(entry, exception.cancelled ? 'cancelled' : standingOf(entry), exception.note, words),
      recurrenceId: plain(plannedTimes(entry, exception.localDate).start),
    });
  }
}

/** Wall-clock times with the zone's name; a second hour in autumn can only be said in UTC. */
function times(start: string, end: string, { series }: FeedEntry, exception?: DateException) {
  const { timeZone, startsAt, endsAt } = series;
  const exact = !exception && instantOf(start, timeZone).getTime() === startsAt.getTime();
  const exactEnd = exception || instantOf(end, timeZone).getTime() === endsAt.getTime();
  if (exception || series.rrule !== '' || (exact && exactEnd)) {
    return { timezone: timeZone, start: plain(start), end: plain(end) };
  }
  return { start: startsAt, end: endsAt };
}

type Standing = 'on' | 'cancelled' | 'postponed';
type OffWords = Record<Exclude<Standing, 'on'>, string>;

function standingOf({ cancelled, postponed }: FeedEntry): Standing {
  if (cancelled) return 'cancelled';
  return postponed ? 'postponed' : 'on';
}

const STATUS: Record<Standing, ICalEventStatus> = {
  on: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  // Called off it would be forgotten; so programs keep it until it has a date again.
  postponed: ICalEventStatus.TENTATIVE,
};

function said(entry: FeedEntry, standing: Standing, note: string, words: OffWords) {
  const text = [note, entry.description].map(clean).filter(Boolean).join('\n\n');
  const title = clean(entry.title);
  return {
    summary: standing === 'on' ? title : `${words[standing]} ${title}`,
    description: text || null,
    status: STATUS[standing],
    transparency:
      standing === 'on' ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  };
}

/** UNTIL has to be in UTC when the beginning has a zone (RFC 5545, 3.3.10): the day's last second. */
function ruleWithEnd({ series }: FeedEntry): string {
  if (series.seriesEndsOn === null) return series.rrule;
  const nextDay = Temporal.PlainDate.from(series.seriesEndsOn).add({ days: 1 });
  const end = new Date(instantOf(`${nextDay}T00:00`, series.timeZone).getTime() - 1000);
  return `${series.rrule};UNTIL=${end.toISOString().replace(/[-:]|\.\d{3}/g, '')}`;
}

function plannedTimes({ series }: FeedEntry, localDate: string): { start: string; end: string } {
  const nights = Temporal.PlainDate.from(series.localStart.slice(0, 10)).until(
    series.localEnd.slice(0, 10),
  ).days;
  const endDate = Temporal.PlainDate.from(localDate).add({ days: nights });
  return {
    start: `${localDate}T${series.localStart.slice(11)}`,
    end: `${endDate}T${series.localEnd.slice(11)}`,
  };
}

function plain(local: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(local);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: some programs end lines at these
const LINE_ENDS = /\r\n?|[\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in a text
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/** Whatever ends a line anywhere becomes a plain line break, which the generator escapes. */
function clean(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(CONTROLS, '');
}
