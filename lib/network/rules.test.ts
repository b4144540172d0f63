import { describe, expect, it } from 'vitest';
import {
  lastContactAfter,
  PARTNER_STATES,
  quietSince,
  stateAfterContact,
  statesFrom,
  topicsOf,
} from './rules';

describe('the last talk once a noted one has another day, or is gone', () => {
  const day = (text: string | null) => (text === null ? null : new Date(text));
  it.each([
    ['it was the last one', '2026-05-02', '2026-05-02', '2026-03-01', '2026-03-01'],
    ['it was the only one', '2026-05-02', '2026-05-02', null, null],
    ['it was an older one', '2026-05-02', '2026-01-01', '2026-03-01', '2026-05-02'],
    ['it is the newest now', '2026-05-02', '2026-01-01', '2026-06-01', '2026-06-01'],
    ['nothing stood there', null, '2026-01-01', '2026-02-01', '2026-02-01'],
  ])('%s', (_name, last, before, newest, expected) => {
    expect(lastContactAfter(day(last), new Date(before), day(newest))).toEqual(day(expected));
  });
});

describe('the states of a partner', () => {
  it('are those of the research', () => {
    const ways = PARTNER_STATES.flatMap((from) => statesFrom(from).map((to) => `${from}>${to}`));
    expect(ways).toEqual([
      'SUGGESTED>CONTACTED',
      'SUGGESTED>ENDED',
      'CONTACTED>ACTIVE',
      'CONTACTED>ENDED',
      'ACTIVE>DORMANT',
      'ACTIVE>ENDED',
      'DORMANT>ACTIVE',
      'DORMANT>ENDED',
      'ENDED>CONTACTED',
    ]);
  });

  it('wake up by a talk', () => {
    expect(PARTNER_STATES.map(stateAfterContact)).toEqual([
      'CONTACTED',
      'CONTACTED',
      'ACTIVE',
      'ACTIVE',
      'ENDED',
    ]);
  });

  it.each([
    ['2026-11-22', '2025-11-22'],
    ['2028-02-29', '2027-02-28'],
  ])('twelve months before %s is %s', (today, since) => {
    expect(quietSince(today)).toBe(since);
  });
});

describe('the directory', () => {
  it('names each word once, in German order, with everybody who helps', () => {
    const one = { slug: 'bauamt', name: 'Bauamt', responsibilities: ['Wege', 'Ämter', 'Licht'] };
    const two = { slug: 'stadtwerke', name: 'Stadtwerke', responsibilities: ['licht', 'licht'] };
    expect(topicsOf([one, two])).toEqual([
      { topic: 'Ämter', partners: [{ slug: 'bauamt', name: 'Bauamt' }] },
      {
        topic: 'Licht',
        partners: [
          { slug: 'bauamt', name: 'Bauamt' },
          { slug: 'stadtwerke', name: 'Stadtwerke' },
        ],
      },
      { topic: 'Wege', partners: [{ slug: 'bauamt', name: 'Bauamt' }] },
    ]);
  });
});
