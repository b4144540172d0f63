import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { makeFeed, makeFeedEntry } from '@/lib/calendar/samples';
import { occurrences } from '../dates/rrule';
import { writeCalendar } from './ics';

const ZONE = 'Europe/Berlin';

function read(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text) as unknown[]);
}

const events = (text: string) => read(text).getAllSubcomponents('vevent');

describe('what programs read', () => {
  it('identity, version and times of the last change', () => {
    const [event] = events(writeCalendar(makeFeed(makeFeedEntry())));
    expect(event?.getFirstPropertyValue('uid')).toBe('entry-1');
    expect(event?.getFirstPropertyValue('sequence')).toBe(3);
    expect(String(event?.getFirstPropertyValue('dtstamp'))).toBe('2026-11-20T10:11:12Z');
    expect(String(event?.getFirstPropertyValue('last-modified'))).toBe('2026-11-20T10:11:12Z');
    expect(event?.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  it('is the same text for the same entries, whenever it is written', () => {
    const feed = makeFeed(makeFeedEntry(), makeFeedEntry({ uid: 'entry-2' }));
    expect(writeCalendar(feed)).toBe(writeCalendar(feed));
  });

  it('lines end with CRLF, the last one too, and have at most 75 octets', () => {
    const text = writeCalendar(makeFeed(makeFeedEntry({ description: '👩‍👩‍👧‍👦 ß '.repeat(40) })));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
  });

  it('a cancelled entry keeps its place and says so in status and words', () => {
    const [event] = events(writeCalendar(makeFeed(makeFeedEntry({ cancelled: true }))));
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.getFirstPropertyValue('summary')).toBe('Fällt aus: Nähcafé');
    expect(event?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('what is postponed is not called off: it stays, and says that it has no date yet', () => {
    const [event] = events(writeCalendar(makeFeed(makeFeedEntry({ postponed: true }))));
    expect(event?.getFirstPropertyValue('status')).toBe('TENTATIVE');
    expect(event?.getFirstPropertyValue('summary')).toBe('Verschoben: Nähcafé');
    expect(event?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('a cancelled and a moved date are overrides of the series', () => {
    const exceptions = [
      {
        localDate: '2026-12-01',
        cancelled: true,
        newLocalStart: '',
        newLocalEnd: '',
        note: 'krank',
      },
      {
        localDate: '2026-12-08',
        cancelled: false,
        newLocalStart: '2026-12-09T17:00',
        newLocalEnd: '2026-12-09T18:00',
        note: '',
      },
    ];
    const [, off, moved] = events(writeCalendar(makeFeed(makeFeedEntry({}, { exceptions }))));
    const value = (event: ICAL.Component | undefined, name: string) =>
      String(event?.getFirstPropertyValue(name));
    expect(value(off, 'recurrence-id')).toBe('2026-12-01T18:00:00');
    expect(value(off, 'status')).toBe('CANCELLED');
    expect(value(off, 'description')).toContain('krank');
    expect(value(moved, 'recurrence-id')).toBe('2026-12-08T18:00:00');
    expect(value(moved, 'dtstart')).toBe('2026-12-09T17:00:00');
    expect(value(moved, 'status')).toBe('CONFIRMED');
  });

  it('the end of a series is the last second of its last day, in UTC', () => {
    const winter = writeCalendar(makeFeed(makeFeedEntry({}, { seriesEndsOn: '2026-12-22' })));
    expect(winter).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T225959Z\r\n');
    const summer = writeCalendar(makeFeed(makeFeedEntry({}, { seriesEndsOn: '2027-06-29' })));
    expect(summer).toContain('UNTIL=20270629T215959Z\r\n');
  });

  it('a second hour in autumn is said in UTC, the only way there is', () => {
    const night = makeFeedEntry(
      {},
      {
        localStart: '2026-10-25T02:30',
        localEnd: '2026-10-25T04:00',
        startsAt: new Date('2026-10-25T01:30:00Z'),
        rrule: '',
      },
    );
    expect(writeCalendar(makeFeed(night))).toContain('DTSTART:20261025T013000Z\r\n');
  });
});

describe('the time zone in the file', () => {
  it('agrees with the IANA zone at every hour of the changes from 2024 to 2032', () => {
    const component = read(writeCalendar(makeFeed(makeFeedEntry())));
    const zone = new ICAL.Timezone(component.getFirstSubcomponent('vtimezone') ?? undefined);
    for (let year = 2024; year <= 2032; year += 1) {
      for (const month of [3, 10]) {
        for (let hour = 0; hour < 24 * 31; hour += 1) {
          const plain = new Temporal.PlainDateTime(year, month, 1).add({ hours: hour });
          const theirs = zone.utcOffset(ICAL.Time.fromDateTimeString(`${plain}:00`.slice(0, 19)));
          const early = plain.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
          const late = plain.toZonedDateTime(ZONE, { disambiguation: 'later' });
          const possible = [early.offsetNanoseconds, late.offsetNanoseconds].map((ns) => ns / 1e9);
          expect(possible, plain.toString()).toContain(theirs);
        }
      }
    }
  });
});

describe('injection (no text becomes a property)', () => {
  const attacks = [
    'Fest\r\nATTENDEE:mailto:a@b.example',
    'Fest\nBEGIN:VALARM\nTRIGGER:-PT1M\nEND:VALARM',
    'END:VEVENT\r\nEND:VCALENDAR',
    'a;b,c\\n\\;d\\',
    'eins\u2028END:VCALENDAR\u0085zwei\u2029drei\u000bvier',
    '"; LANGUAGE=de:x',
    `${'x'.repeat(70)}👩‍👩‍👧‍👦${'y'.repeat(74)}ß`,
  ];

  const CALENDAR_PROPERTIES = [
    'version',
    'prodid',
    'url',
    'name',
    'x-wr-calname',
    'x-wr-caldesc',
    'refresh-interval',
    'x-published-ttl',
  ];

  it.each(attacks)('%j', (attack) => {
    const attacked = makeFeedEntry({
      title: attack,
      description: attack,
      place: attack,
      category: attack,
    });
    const feed = makeFeed(attacked, makeFeedEntry({ uid: 'entry-2' }));
    const text = writeCalendar({ ...feed, name: attack, description: attack });
    const calendar = read(text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the attack uses them
    const plain = attack.replace(/\r\n|[\u000b\u0085\u2028\u2029]/g, '\n');
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual([
      'vtimezone',
      'vevent',
      'vevent',
    ]);
    const [event] = calendar.getAllSubcomponents('vevent');
    expect(event?.getAllSubcomponents()).toEqual([]);
    expect(event?.getFirstProperty('attendee')).toBeNull();
    expect(event?.getFirstPropertyValue('summary')).toBe(plain);
    expect(event?.getFirstPropertyValue('location')).toBe(plain);
    expect(event?.getFirstPropertyValue('description')).toBe(plain);
    expect(new Set(calendar.getAllProperties().map(({ name }) => name))).toEqual(
      new Set(CALENDAR_PROPERTIES),
    );
  });

  it('any text comes back as it was', () => {
    const characters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(characters, (title) => {
        const [event, ...more] = events(writeCalendar(makeFeed(makeFeedEntry({ title }))));
        expect(more).toEqual([]);
        const plain = title.replace(/[\u0085\u2028\u2029]/g, '\n');
        expect(event?.getFirstPropertyValue('summary')).toBe(plain);
      }),
      { numRuns: 500 },
    );
  });
});

/** All beginnings ical.js finds for the first UID, cancelled ones left out. */
function readStarts(text: string, until: string): string[] {
  const calendar = read(text);
  ICAL.TimezoneService.reset();
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined);
  ICAL.TimezoneService.register(zone);
  const [master, ...overrides] = calendar.getAllSubcomponents('vevent');
  if (!master) return [];
  const event = new ICAL.Event(master, { exceptions: overrides });
  const iterator = event.iterator();
  const starts: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { item, startDate } = event.getOccurrenceDetails(next);
    if (next.toString() > until) break;
    if (item.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
    starts.push(startDate.toJSDate().toISOString());
  }
  return starts.sort();
}

describe('a program that works out the dates itself', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TU', '2026-09-01T18:00', '2026-09-01T19:30'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', '2026-09-06T10:00', '2026-09-06T11:00'],
    ['FREQ=MONTHLY;BYDAY=-1SU', '2026-09-27T01:30', '2026-09-27T01:45'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU', '2026-09-08T23:30', '2026-09-08T23:50'],
  ])('%s: comes to the same instants as we do', (rrule, localStart, localEnd) => {
    const exceptions =
      rrule === 'FREQ=WEEKLY;BYDAY=TU'
        ? [
            {
              localDate: '2026-10-27',
              cancelled: true,
              newLocalStart: '',
              newLocalEnd: '',
              note: '',
            },
          ]
        : [];
    const entry = makeFeedEntry({}, { rrule, localStart, localEnd, exceptions });
    const ours = occurrences(entry.series, entry.series.startsAt, new Date('2027-12-31T00:00:00Z'))
      .filter(({ state }) => state !== 'cancelled')
      .map(({ startsAt }) => startsAt.toISOString());
    expect(readStarts(writeCalendar(makeFeed(entry)), '2027-12-30T23:59')).toEqual(ours);
    expect(ours.length).toBeGreaterThan(4);
  });
});

describe('a zone', () => {
  const partOf = (timeZone: string) => {
    const text = writeCalendar(makeFeed(makeFeedEntry({}, { timeZone }))).replaceAll('\r\n', '\n');
    return /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE/.exec(text)?.[0].split('\n') ?? null;
  };

  it('stands in the file with both changes of its clocks', () => {
    expect(partOf('Europe/Vienna')).toEqual([
      ...['BEGIN:VTIMEZONE', 'TZID:Europe/Vienna', 'X-LIC-LOCATION:Europe/Vienna'],
      ...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST'],
      ...['DTSTART:19960331T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
      ...['BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET'],
      ...['DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
      'END:VTIMEZONE',
    ]);
  });

  it.each(['Atlantic/Reykjavik', 'America/New_York'])('%s has other rules', (zone) => {
    expect(partOf(zone)).toBeNull();
  });
});
