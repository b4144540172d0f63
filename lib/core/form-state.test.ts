import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inFormOrder, readFormValues } from './form-state';
import { mailAddress, phoneNumber, readNumber } from './text';

function formOf(entries: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, entry] of entries) data.append(name, entry);
  return data;
}

describe('what people paste', () => {
  const read = (raw: string) => String(readFormValues(formOf([['field', raw]])).field);

  it.each([
    ['contacts of a phone', '\u202d+49 3771 555 01-27\u202c', '+49 3771 555 01-27', phoneNumber],
    ['a messenger', '\u200e03771 5550127', '03771 5550127', phoneNumber],
    ['a link', 'tel:+49-3771-5550127', '+49-3771-5550127', phoneNumber],
    ['a word processor', '03771\u00a0555\u201301\u201127', '03771 555-01-27', phoneNumber],
    ['a page', '\u200bmaria.muster@example.org', 'maria.muster@example.org', mailAddress],
    ['a mail program', '<Maria.Muster@example.org>', 'maria.muster@example.org', mailAddress],
    ['another link', 'mailto:maria.muster@example.org ', 'maria.muster@example.org', mailAddress],
    ['an old program', 'maria.muster@exam\u00adple.org', 'maria.muster@example.org', mailAddress],
  ])('is taken from %s', (_from, raw, expected, schema) => {
    expect(schema.parse(read(raw))).toBe(expected);
  });

  it.each(['117', 'Nr. 117', '#117', '00117', ' Nr.\u00a0117\ufeff'])('reads %j', (raw) => {
    expect(readNumber(read(raw))).toBe(117);
  });

  it.each([
    ['Eine Bank\u000bam Weg', 'Eine Bank\nam Weg'],
    ['eins\r\nzwei\rdrei\u2028vier\u2029fünf\u000csechs', 'eins\nzwei\ndrei\nvier\nfünf\nsechs'],
    ['Treffpunkt\u00a0Wendehammer – 18\u202fUhr', 'Treffpunkt\u00a0Wendehammer – 18\u202fUhr'],
    ['Ju\u0308rgen', 'Jürgen'],
    ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
    ['a\u0000b\u009fc\u2066d\u2069', 'abcd'],
    ['\ttext\t', 'text'],
    ['\u00a020.01.2027\u200b', '20.01.2027'],
  ])('spells %j as %j', (raw, expected) => {
    expect(read(raw)).toBe(expected);
    expect(read(expected)).toBe(expected);
  });

  it('is brought into one spelling in lists, too, without fields of the framework and files', () => {
    const data = formOf([
      ...[' a\u200b', 'Ju\u0308'].map((raw): [string, string] => ['list', raw]),
      ['$ACTION_KEY', 'k'],
      ['photo', new File(['x'], 'x.png')],
    ]);
    expect({ ...readFormValues(data, ['list']) }).toEqual({ list: ['a', 'Jü'], photo: '' });
  });
});

const fieldsOf = (names: string[], sent: string[]) =>
  inFormOrder(
    names.map((field) => ({ field, message: '' })),
    sent,
  ).map(({ field }) => field);

describe('the only way in', () => {
  /** Who else touches what a form sends, and what for. */
  const OTHERS = [
    'components/form/not-sent.ts', // how large it is
    'components/form/sending.ts', // the token
    'components/outreach/office/device/device-form.tsx', // gives it to `readFormValues`
    'components/outreach/office/stop-rows.tsx', // gives it to `readFormValues`
    'components/ui/button.tsx', // a type
    'components/voting/count-sum.tsx', // a sum shown in the browser
    'components/voting/option-rows.tsx', // gives it to `readFormValues`
    'lib/core/form-action.ts', // fields of the form itself, and files
    'lib/core/form-files.ts', // what is in files
    'lib/core/form-state.ts',
  ];

  it('is `readFormValues`', () => {
    const reading = ['app', 'components', 'lib'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
        .map((file) => `${folder}/${file}`)
        .filter((file) => /\bFormData\b|\.formData\(/.test(readFileSync(file, 'utf8')))
        .filter((file) => !/^lib\/(?:testing|tooling)\//.test(file)),
    );
    expect(reading.sort()).toEqual(OTHERS);
  });
});

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
