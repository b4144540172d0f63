import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeed, makeFeedEntry } from '@/lib/calendar/samples';
import { localOf } from '@/lib/core/clock';
import { occurrences } from '../dates/rrule';
import { writeCalendar } from './ics';
import type { FeedEntry } from './types';

/*
 * Real programs read the feed: the calendar khal as a subscriber, python-icalendar with dateutil as
 * somebody who works the dates out with other code. Where they are not installed this is skipped.
 */
const ZONE = 'Europe/Berlin';
const runs = (command: string, ...args: string[]) =>
  spawnSync(command, args, { encoding: 'utf8' }).status === 0;
const hasKhal = runs('khal', '--version');
const python = ['python3', '/usr/bin/python3'].find((one) =>
  runs(one, '-c', 'import icalendar, dateutil'),
);

const folder = mkdtempSync(path.join(os.tmpdir(), 'feed-'));
const feedFile = path.join(folder, 'feed.ics');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cancelled = { cancelled: true, newLocalStart: '', newLocalEnd: '', note: '' };
const exceptions = [
  { ...cancelled, localDate: '2026-11-03' },
  {
    cancelled: false,
    localDate: '2027-03-30',
    newLocalStart: '2027-03-31T17:00',
    newLocalEnd: '2027-03-31T18:00',
    note: '',
  },
];
const evening = (changes: Partial<FeedEntry> = {}) =>
  makeFeedEntry(
    { uid: 'evening', ...changes },
    {
      localStart: '2026-10-13T18:00',
      localEnd: '2026-10-13T19:30',
      seriesEndsOn: '2027-04-13',
      exceptions,
    },
  );
const party = (changes: Partial<FeedEntry> = {}) =>
  makeFeedEntry(
    { uid: 'party', title: 'Hoffest', ...changes },
    { localStart: '2026-11-14T15:00', localEnd: '2026-11-14T21:00', rrule: '' },
  );

/** Our own dates, as a subscriber should see them. */
function ownDates(entry: FeedEntry, state: 'kept' | 'cancelled'): string[] {
  return occurrences(entry.series, new Date('2026-10-01T00:00Z'), new Date('2027-06-01T00:00Z'))
    .filter((date) => (date.state === 'cancelled') === (state === 'cancelled'))
    .map((date) => localOf(date.startsAt, ZONE));
}

describe('khal subscribes', () => {
  const config = path.join(folder, 'khal.conf');
  const khal = (...args: string[]) => {
    const run = spawnSync('khal', ['-c', config, ...args], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    return run.stdout.trim().split('\n').filter(Boolean);
  };
  const read = (...entries: FeedEntry[]) => {
    writeFileSync(feedFile, writeCalendar(makeFeed(...entries)));
    khal('import', '--batch', '-a', 'feed', feedFile);
    const format = '{start-long}|{title}|{status}';
    return khal('list', '--day-format', '', '--format', format, '2026-10-01', '240d').map((line) =>
      line.trim(),
    );
  };

  beforeAll(() => {
    mkdirSync(path.join(folder, 'khal'));
    const times = ['', 'long'].flatMap((long) => [
      `${long}dateformat = %Y-%m-%d`,
      `${long}datetimeformat = %Y-%m-%dT%H:%M`,
    ]);
    const lines = [
      '[calendars]',
      '[[feed]]',
      `path = ${path.join(folder, 'khal')}`,
      '[sqlite]',
      `path = ${path.join(folder, 'khal.db')}`,
      '[locale]',
      `local_timezone = ${ZONE}`,
      `default_timezone = ${ZONE}`,
      'timeformat = %H:%M',
      ...times,
    ];
    writeFileSync(config, lines.join('\n'));
  });

  it('sees every date at its time, and the cancelled one as cancelled', ({ skip }) => {
    skip(!hasKhal, 'khal is not installed here');
    const expected = [
      ...ownDates(evening(), 'kept').map((date) => `${date}|Nähcafé|CONFIRMED`),
      ...ownDates(evening(), 'cancelled').map((date) => `${date}|Fällt aus: Nähcafé|CANCELLED`),
      '2026-11-14T15:00|Hoffest|CONFIRMED',
    ];
    expect(read(evening(), party()).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(25);
  });

  it('a changed and a cancelled entry change in it', ({ skip }) => {
    skip(!hasKhal, 'khal is not installed here');
    read(evening(), party());
    const later = { sequence: 4, changedAt: new Date('2026-11-01T08:00Z') };
    const seen = read(
      evening({ ...later, title: 'Strickabend' }),
      party({ ...later, cancelled: true }),
    );
    expect(seen.filter((line) => line.includes('Nähcafé'))).toEqual([]);
    expect(seen.filter((line) => line.includes('Strickabend')).length).toBeGreaterThan(25);
    expect(seen).toContain('2026-11-14T15:00|Fällt aus: Hoffest|CANCELLED');
  });
});

const EXPAND = `
import sys, json, icalendar
from dateutil.rrule import rrulestr
from dateutil.tz import gettz
zone = gettz('Europe/Berlin')
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
starts, off = [], []
overrides = {}
for event in calendar.walk('VEVENT'):
    if 'RECURRENCE-ID' in event:
        overrides[event.decoded('RECURRENCE-ID').replace(tzinfo=None)] = event
for event in calendar.walk('VEVENT'):
    if 'RECURRENCE-ID' in event:
        continue
    first = event.decoded('DTSTART').replace(tzinfo=zone)
    dates = rrulestr(event['RRULE'].to_ical().decode(), dtstart=first) if 'RRULE' in event else [first]
    for date in dates:
        found = overrides.get(date.replace(tzinfo=None), event)
        start = found.decoded('DTSTART') if found is not event else date
        (off if str(found['STATUS']) == 'CANCELLED' else starts).append(start.strftime('%Y-%m-%dT%H:%M'))
kinds = [component.name for component in calendar.walk()]
print(json.dumps({
    'starts': sorted(starts), 'off': off, 'kinds': kinds,
    'titles': [str(event['SUMMARY']) for event in calendar.walk('VEVENT')],
    'stamps': [event['DTSTAMP'].to_ical().decode() for event in calendar.walk('VEVENT')],
}))
`;

describe('python-icalendar reads', () => {
  const read = (...entries: FeedEntry[]) => {
    writeFileSync(feedFile, writeCalendar(makeFeed(...entries)));
    const run = spawnSync(python ?? '', ['-c', EXPAND, feedFile], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    return JSON.parse(run.stdout) as Record<
      'starts' | 'off' | 'kinds' | 'titles' | 'stamps',
      string[]
    >;
  };

  it('the same dates, worked out by dateutil', ({ skip }) => {
    skip(!python, 'python-icalendar is not installed here');
    const seen = read(evening());
    expect(seen.starts).toEqual(ownDates(evening(), 'kept'));
    expect(seen.off).toEqual(ownDates(evening(), 'cancelled'));
    expect(new Set(seen.stamps)).toEqual(new Set(['20261120T101112Z']));
  });

  it('no text becomes a component, whatever ends a line in Python', ({ skip }) => {
    skip(!python, 'python-icalendar is not installed here');
    const attack = 'a\u2028END:VEVENT\u0085BEGIN:VALARM\r\nATTENDEE:x\u2029b\u000bc;,\\ "ß👩‍👩‍👧‍👦';
    const seen = read(party({ title: attack, place: attack, description: attack }));
    expect(seen.kinds.filter((kind) => kind === 'VEVENT')).toHaveLength(1);
    expect(seen.kinds).not.toContain('VALARM');
    expect(seen.titles).toEqual(['a\nEND:VEVENT\nBEGIN:VALARM\nATTENDEE:x\nb\nc;,\\ "ß👩‍👩‍👧‍👦']);
  });
});
