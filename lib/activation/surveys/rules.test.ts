import { describe, expect, it } from 'vitest';
import { faceOf, phaseOf } from './rules';

const survey = { opened: true, finished: false, toldAt: null };
const days = { startsOn: '2026-12-01', endsOn: '2026-12-10' };

describe('what everybody finds at the address of a survey', () => {
  it.each([
    ['2026-11-30', {}, 'coming'],
    ['2026-12-01', {}, 'form'],
    ['2026-12-10', {}, 'form'],
    ['2026-12-11', {}, 'over'],
    ['2026-12-11', { finished: true }, 'over'],
    ['2026-12-30', { finished: true, toldAt: new Date('2026-12-29T12:00:00Z') }, 'result'],
  ])('on %s with %j: %s', (today, changes, face) =>
    expect(faceOf(phaseOf({ ...survey, ...days, ...changes }, today))).toBe(face),
  );
});
