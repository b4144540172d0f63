import { describe, expect, it } from 'vitest';
import { resolveLocalTime } from '@/lib/core/clock';
import { canCancel, canClose, canReopen, isReadOtherwise, planRounds } from './rules';

const context = {
  ...{ today: '2026-11-30', kept: '' },
  resolve: (local: string) => resolveLocalTime(local, 'Europe/Berlin'),
  isHoliday: (date: string) => ['2026-12-25', '2027-01-01'].includes(date),
};

const plan = (changes: Partial<Parameters<typeof planRounds>[0]>, more = {}) => {
  const wanted = {
    ...{ date: '2026-12-04', from: '15:00', until: '17:00', weeklyUntil: '', stops: [] },
  };
  const planned = planRounds({ ...wanted, ...changes }, { ...context, ...more });
  if (!planned.ok) return planned.code.split('.').at(-1);
  const { rounds, left } = planned.value;
  return { days: rounds.map(({ date }) => date), left };
};

const once = (day: string) => ({ days: [day], left: [] });

describe('when a round takes place', () => {
  it.each([
    [{}, once('2026-12-04')],
    [{ weeklyUntil: '2026-12-04' }, once('2026-12-04')],
    [{ weeklyUntil: '2026-12-11' }, { days: ['2026-12-04', '2026-12-11'], left: [] }],
    // In a series nobody thought of the holidays; a single day was meant.
    [
      { weeklyUntil: '2027-01-08' },
      {
        days: ['2026-12-04', '2026-12-11', '2026-12-18', '2027-01-08'],
        left: ['2026-12-25', '2027-01-01'],
      },
    ],
    [{ date: '2026-12-25' }, once('2026-12-25')],
    [{ date: '2026-12-25', weeklyUntil: '2027-01-01' }, 'onlyHolidays'],
    [{ weeklyUntil: '2026-12-03' }, 'untilBefore'],
    [{ weeklyUntil: '2027-06-04' }, 'tooMany'],
    [{ until: '15:00' }, 'endBeforeStart'],
    [{ until: '01:00' }, 'endBeforeStart'],
    [{ stops: [{ place: 'Hang', from: '17:30', until: '18:00' }] }, once('2026-12-04')],
    [{ stops: [{ place: 'Hang', from: '16:30', until: '18:00' }] }, 'stopOrder'],
    [{ stops: [{ place: 'Hang', from: '17:30', until: '17:00' }] }, 'stopOrder'],
    [{ date: '2026-10-01' }, once('2026-10-01')],
    [{ date: '2026-09-30' }, 'longAgo'],
    [{ date: '2027-12-01' }, once('2027-12-01')],
    [{ date: '2027-12-02' }, 'farAhead'],
    [{ date: '2027-03-28', from: '02:30', until: '04:00' }, 'skipped'],
    [{ date: '2027-03-28', from: '01:30', until: '02:30' }, 'skipped'],
  ])('%j: %j', (changes, days) => {
    expect(plan(changes)).toEqual(days);
  });

  it('takes half a year of weeks', () => {
    expect(plan({ weeklyUntil: '2027-05-28' })).toMatchObject({
      left: ['2026-12-25', '2027-01-01'],
    });
  });

  it('leaves a round where it was, however long ago', () => {
    expect(plan({ date: '2026-01-01' }, { kept: '2026-01-01' })).toEqual(once('2026-01-01'));
  });

  it('lasts through both hours where one comes twice', () => {
    const wanted = {
      date: '2026-10-25',
      from: '02:30',
      until: '02:45',
      weeklyUntil: '',
      stops: [],
    };
    const planned = planRounds(wanted, context);
    expect(planned).toMatchObject({
      value: {
        rounds: [
          { startsAt: new Date('2026-10-25T00:30:00Z'), endsAt: new Date('2026-10-25T01:45:00Z') },
        ],
      },
    });
  });
});

const at = new Date('2026-12-04T16:00:00Z');
const before = new Date('2026-12-04T15:00:00Z');
const after = new Date('2026-12-04T17:00:00Z');

it.each([
  ['PLANNED', before, true, true],
  ['PLANNED', after, false, true],
  ['DONE', before, false, false],
  ['CANCELLED', before, false, true],
] as const)(
  'a round that is %s and began at %o: closed %s, called off %s',
  (state, startsAt, closes, cancels) => {
    expect(canClose(state, startsAt, at)).toBe(closes);
    expect(canCancel(state)).toBe(cancels);
  },
);

it.each([
  ['PLANNED', after, false],
  ['DONE', before, true],
  ['CANCELLED', after, true],
  ['CANCELLED', before, false],
] as const)('a round that is %s and ends at %o is opened again: %s', (state, endsAt, may) => {
  expect(canReopen(state, endsAt, at)).toBe(may);
});

const shown = {
  ...{ announced: true, date: '2026-12-04', from: '15:00', until: '17:00' },
  ...{ place: 'Bolzplatz', districtId: 'a', setting: 'STAND', stopLines: '' },
};

it.each([
  [{}, {}, false],
  [{}, { place: 'Kiosk' }, true],
  [{}, { from: '15:30' }, true],
  [{}, { stopLines: '17:30–18:00 Hang' }, true],
  [{}, { announced: false }, true],
  [{ announced: false }, { announced: false, place: 'Kiosk' }, false],
  [{ announced: false }, {}, true],
])('from %j to %j everybody reads another thing: %s', (from, to, is) => {
  expect(isReadOtherwise({ ...shown, ...from }, { ...shown, ...to })).toBe(is);
});
