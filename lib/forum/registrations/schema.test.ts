import { describe, expect, it } from 'vitest';
import { registrationLookupSchema, signUpSchema } from './schema';

const form = (changes: Record<string, unknown> = {}) => ({
  session: '26',
  name: 'Jürgen Groß-Weiß',
  persons: '2',
  needs: ['LIFT'],
  needsNote: '',
  contactKind: 'MAIL',
  mail: 'Juergen@Example.org ',
  phone: '',
  letter: '',
  ...changes,
});

const fieldsOf = (values: unknown) =>
  signUpSchema
    .safeParse(values)
    .error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`)
    .sort();

describe('the sign-up form', () => {
  it('keeps only the way that was chosen', () => {
    expect(signUpSchema.parse(form())).toMatchObject({
      session: 26,
      persons: 2,
      contact: { kind: 'MAIL', value: 'juergen@example.org' },
    });
    const byNumber = form({ contactKind: 'NUMBER', phone: '03772 1234' });
    expect(signUpSchema.parse(byNumber).contact).toEqual({ kind: 'NUMBER', value: '' });
  });

  it.each(['Ömür', 'Oma Erna 👵', 'X', 'Ann-Kathrin Strauß', 'د. ليلى', '<b>Kurt</b>'])(
    'takes the name %s as it is',
    (name) => {
      expect(signUpSchema.parse(form({ name })).name).toBe(name);
    },
  );

  it('says everything that is wrong at once', () => {
    const empty = form({ name: ' ', persons: '', contactKind: 'MAIL', mail: 'nein' });
    expect(fieldsOf(empty)).toEqual([
      'mail: form.error.mail',
      'name: forum.error.name',
      'persons: forum.error.persons',
    ]);
  });

  it.each(['0', '11', '-1', '1.5', '1e1', 'zwei', '', '９'])('refuses %s persons', (persons) => {
    expect(fieldsOf(form({ persons }))).toEqual(['persons: forum.error.persons']);
  });

  it.each([
    [{ contactKind: 'PHONE', phone: 'morgen' }, 'phone: form.error.phone'],
    [{ contactKind: 'LETTER', letter: 'hier' }, 'letter: forum.error.letter'],
    [{ contactKind: 'PIGEON' }, 'contactKind: form.error.choose'],
    [{ contactKind: undefined }, 'contactKind: form.error.choose'],
    [{ name: 'a'.repeat(61) }, 'name: form.error.tooLong|max=60'],
    [{ needsNote: 'a'.repeat(301) }, 'needsNote: form.error.tooLong|max=300'],
  ])('refuses %o', (changes, problem) => {
    expect(fieldsOf(form(changes))).toEqual([problem]);
  });

  it('refuses needs nobody offered', () => {
    expect(signUpSchema.safeParse(form({ needs: ['HELICOPTER'] })).success).toBe(false);
  });
});

describe('number and code', () => {
  it.each([
    ['131', 131],
    ['Nr. 131', 131],
    [' 131 ', 131],
  ])('reads the number %s', (number, value) => {
    expect(registrationLookupSchema.parse({ number, code: 'ACDE-FGHJ' }).number).toBe(value);
  });

  it.each(['', 'abc', '12 34', '9999999999'])('refuses the number %s', (number) => {
    expect(registrationLookupSchema.safeParse({ number, code: 'ACDEFGHJ' }).success).toBe(false);
  });
});
