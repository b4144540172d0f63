import { describe, expect, it } from 'vitest';
import { enterRequestSchema, requestSupportSchema } from './schema';

const DISTRICT = '01890a5d-ac96-774b-bcce-b302099a8057';

const typed = {
  kinds: ['ROOM', 'ADVICE'],
  title: 'Raum für die Krabbelgruppe',
  body: 'Einmal in der Woche ein warmer Raum mit Matten.',
  wantedFor: '',
  amount: '',
  districtId: DISTRICT,
  asker: 'PERSON',
  groupName: '',
  name: 'Jana Weiß-Müller',
  contactKind: 'NUMBER',
  mail: '',
  phone: '',
  letter: '',
};

function problems(changes: Record<string, unknown>): string[] {
  const read = requestSupportSchema.safeParse({ ...typed, ...changes });
  return read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
}

describe('what neighbours type', () => {
  it.each([
    ['', null],
    ['480', 480],
    ['1.200 €', 1200],
    ['1 200 Euro', 1200],
    ['12,50', 13],
    ['12,4', 12],
    ['480.00 €', 480],
    ['50 Euros', 50],
    ['EUR1200', 1200],
    ['0', 0],
  ])('reads the amount %o as %o', (amount, expected) => {
    const read = requestSupportSchema.parse({ ...typed, amount });
    expect(read.amount).toBe(expected);
  });

  it.each([
    [{ kinds: [] }, 'kinds: initiatives.error.kinds'],
    [{ kinds: ['POWER'] }, 'kinds: form.error.choose'],
    [{ title: '' }, 'title: initiatives.error.title'],
    [{ title: 'x'.repeat(81) }, 'title: form.error.tooLong|max=80'],
    [{ body: 'kurz' }, 'body: form.error.tooShort|min=20'],
    [{ amount: 'viel' }, 'amount: initiatives.error.amount'],
    [{ amount: '12 50' }, 'amount: initiatives.error.amount'],
    [{ amount: '0,40' }, 'amount: initiatives.error.amountTooLow'],
    [{ amount: '0,60' }, 'amount: initiatives.error.amountTooLow'],
    [{ amount: '100001' }, 'amount: initiatives.error.amountTooHigh'],
    [{ districtId: 'hier' }, 'districtId: initiatives.error.district'],
    [{ asker: 'GROUP' }, 'groupName: initiatives.error.groupName'],
    [{ name: '🙂' }, 'name: initiatives.error.name'],
    [{ contactKind: 'MAIL', mail: 'jana' }, 'mail: form.error.mail'],
    [{ contactKind: 'PHONE', phone: 'abends' }, 'phone: form.error.phone'],
    [{ contactKind: 'LETTER', letter: 'hier' }, 'letter: initiatives.error.letter'],
  ])('%o is answered with %s', (changes, expected) => {
    expect(problems(changes)).toEqual([expected]);
  });

  it('says everything that is wrong at once', () => {
    const wrong = { kinds: [], title: '', name: '', contactKind: 'MAIL', mail: '' };
    expect(problems(wrong).map((problem) => problem.split(':')[0])).toEqual(
      expect.arrayContaining(['kinds', 'title', 'name', 'mail']),
    );
  });

  it('keeps only the way that was chosen, and nothing of somebody who asks by number', () => {
    const all = { mail: 'Jana@Person.example', phone: '03772 1234', letter: 'Weg 1, 08289 Ort' };
    const read = (contactKind: string) =>
      requestSupportSchema.parse({ ...typed, ...all, contactKind }).contact;
    expect(read('MAIL')).toEqual({ kind: 'MAIL', value: 'jana@person.example' });
    expect(read('PHONE')).toEqual({ kind: 'PHONE', value: '03772 1234' });
    expect(read('NUMBER')).toEqual({ kind: 'NUMBER', value: '' });
  });
});

describe('what the office types', () => {
  it('needs only what, where and how it came', () => {
    const { asker: _asker, ...rest } = typed;
    const read = enterRequestSchema.safeParse({ ...rest, body: '', name: '', channel: 'PHONE' });
    expect(read.success).toBe(true);
  });
});
