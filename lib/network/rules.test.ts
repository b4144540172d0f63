import { describe, expect, it } from 'vitest';
import { PARTNER_STATES, quietSince, stateAfterContact, statesFrom, topicsOf } from './rules';

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
