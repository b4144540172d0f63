import { describe, expect, it } from 'vitest';
import { alternativeOf, isCorrectable, outcomeAfter } from './rules';

const given = { to: 'NOT_FEASIBLE', note: 'Kein Geld.' } as const;
const stands = {
  state: 'NOT_FEASIBLE',
  reasonText: 'Kein Geld.',
  resultNote: 'Eine Bank.',
} as const;

describe('what comes instead', () => {
  it.each([
    ['stands beside the words that gave it up', given, stands, 'Eine Bank.'],
    ['belongs to no other words', { ...given, note: 'Erst später.' }, stands, null],
    ['belongs to no other step', { ...given, to: 'ADOPTED' }, stands, null],
    ['is over once it goes on', given, { ...stands, state: 'PUBLISHED' }, null],
  ] as const)('%s', (_name, step, outcome, alternative) => {
    expect(alternativeOf(step, outcome)).toBe(alternative);
  });
});

describe('the outcome after a correction', () => {
  const words = { before: 'Kein Geld.', now: 'Kein Platz.', alternative: null };
  it.each([
    ['says the new words', stands, words, { reasonText: 'Kein Platz.', resultNote: 'Eine Bank.' }],
    [
      'says what comes instead',
      stands,
      { ...words, alternative: 'Ein Tisch.' },
      { reasonText: 'Kein Platz.', resultNote: 'Ein Tisch.' },
    ],
    [
      'says what is there now',
      { state: 'DONE', reasonText: '', resultNote: 'Kein Geld.' },
      words,
      { reasonText: '', resultNote: 'Kein Platz.' },
    ],
    [
      'keeps what another step wrote',
      { ...stands, reasonText: 'Erst später.' },
      words,
      { reasonText: 'Erst später.', resultNote: 'Eine Bank.' },
    ],
  ] as const)('%s', (_name, outcome, said, after) => {
    expect(outcomeAfter(outcome, said)).toEqual(after);
  });
});

describe('words of a step', () => {
  const said = { audience: 'PUBLIC', bodyName: '', note: 'Steht.', by: 'office' };
  it.each([
    ['of the office can be corrected', said, true],
    ['between the office and one person stay', { ...said, audience: 'PERSON' }, false],
    ['that went to a body stay', { ...said, bodyName: 'Bauamt' }, false],
    ['of whoever wrote it stay', { ...said, by: 'author' }, false],
    ['that are not there need none', { ...said, note: '' }, false],
  ] as const)('%s', (_name, step, can) => {
    expect(isCorrectable(step)).toBe(can);
  });
});
