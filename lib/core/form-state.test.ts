import { describe, expect, it } from 'vitest';
import { inFormOrder } from './form-state';

const fieldsOf = (names: string[], sent: string[]) =>
  inFormOrder(
    names.map((field) => ({ field, message: '' })),
    sent,
  ).map(({ field }) => field);

describe('inFormOrder', () => {
  it('goes from the top of the form to its end, whatever was found first', () => {
    expect(fieldsOf(['question', 'end', 'budget'], ['question', 'budget', 'end'])).toEqual([
      'question',
      'budget',
      'end',
    ]);
  });

  it('leaves what was not sent behind what it was found after', () => {
    expect(fieldsOf(['age', 'way', 'end', 'name'], ['name', 'end', 'age'])).toEqual([
      'name',
      'end',
      'age',
      'way',
    ]);
    expect(fieldsOf(['way', 'name'], ['name'])).toEqual(['way', 'name']);
  });
});
