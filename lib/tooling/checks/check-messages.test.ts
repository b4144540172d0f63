import { describe, expect, test } from 'vitest';
import { findProblems } from './check-messages.mjs';
import { makeTree } from './fixture';

type Texts = Record<string, unknown>;

const page = `
  import { getTranslations } from 'next-intl/server';
  export default async function Page({ kind, t: say }) {
    const [t, c] = await Promise.all([getTranslations('forum'), getTranslations({ locale, namespace: 'common' })]);
    return t('title') + t.rich('lead', {}) + c('nav.home') + t(\`state.\${kind}\`) + t(kind ? 'yes' : 'no');
  }`;
const schema = `
  export const message = 'forum.error.tooLong|max=80';
  export const refusal = 'forum-office.refused.late';`;

const de = {
  title: 'Forum am {day}',
  lead: 'Kommen Sie <b>vorbei</b>',
  state: { planned: 'Geplant', held: 'Gewesen' },
  yes: 'Ja',
  no: 'Nein',
  error: { tooLong: 'Höchstens {max, plural, one {# Zeichen} other {# Zeichen}}.' },
};
const en = {
  ...de,
  title: 'Forum on {day}',
  lead: 'Come <b>in</b>',
};

/** What the check says of a small project; each part can be replaced. */
function said({
  german = de,
  easy = de,
  english = en,
  code = page,
}: {
  german?: Texts;
  easy?: Texts;
  english?: Texts;
  code?: string;
} = {}) {
  const common = JSON.stringify({ nav: { home: 'Start' } });
  const office = JSON.stringify({ refused: { late: 'Zu spät.' } });
  const root = makeTree({
    'app/[locale]/page.tsx': code,
    'lib/forum/schema.ts': schema,
    'lib/forum/words/de/forum.json': JSON.stringify(german, null, 2),
    'lib/forum/words/de-LS/forum.json': JSON.stringify(easy, null, 2),
    'lib/forum/words/en/forum.json': JSON.stringify(english, null, 2),
    ...Object.fromEntries(
      ['de', 'de-LS', 'en'].flatMap((name) => [
        [`lib/i18n/words/${name}/common.json`, common],
        [`lib/forum/words/${name}/forum-office.json`, office],
      ]),
    ),
  });
  return findProblems(root).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('check-messages: languages against each other', () => {
  test('is silent about complete catalogues', () => {
    expect(said()).toEqual([]);
  });

  test('a key that one language lacks, and one that only it has', () => {
    const { yes: _, ...rest } = en;
    expect(said({ english: rest })).toEqual([
      'lib/forum/words/de/forum.json:8 "forum.yes" is missing in en',
    ]);
    expect(said({ english: { ...en, more: 'More' } })).toEqual([
      expect.stringContaining('"forum.more" is missing in de'),
    ]);
  });

  test.each([
    [{ title: 'Forum on {date}' }, '"forum.title" has {date} where de has {day}'],
    [{ title: 'Forum on {day, date}' }, 'has {day, date} where de has {day}'],
    [{ lead: 'Come in' }, '"forum.lead" has nothing where de has <b>'],
    [{ lead: 'Come <b>in' }, '"forum.lead" is not valid: UNCLOSED_TAG'],
    [{ title: 'Forum on {day' }, '"forum.title" is not valid: EXPECT_ARGUMENT_CLOSING_BRACE'],
    [{ title: 'Forum {day, plural, one {x}}' }, 'is not valid: MISSING_OTHER_CLAUSE'],
    [{ kind: '{kind, select, IDEA {An idea} other {Else}}' }, 'has nothing where de has'],
    [
      { kind: '{kind, select, IDEA {One} DEFECT {Two <b>x</b>} other {Else}}' },
      '{kind: DEFECT}<b>',
    ],
    [{ count: '{n, plural, other {# seats}}' }, '"forum.count" {n} does not say "one"'],
    [{ count: '{n, plural, one {#} few {#} other {#}}' }, '{n} says "few", which no number'],
    [{ count: '{n} seats' }, 'has {n} where de has {n, number}'],
  ])('what a message asks for: %o', (change, message) => {
    const choices = {
      kind: '{kind, select, IDEA {Eins} DEFECT {Zwei} other {Drei}}',
      count: '{n, plural, one {# Platz} other {# Plätze}}',
    };
    const code = page.replace('return', "t('kind'); t('count');\n return");
    const [german, english] = [
      { ...de, ...choices },
      { ...en, ...choices, ...change },
    ];
    expect(said({ code, german, easy: german, english })).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test('each language counts in its own way', () => {
    const english = { ...en, yes: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}' };
    const german = { ...de, yes: '{n}. Wahl' };
    expect(said({ german, easy: german, english })).toEqual([]);
  });

  test('a file that is too long', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, 'x']));
    expect(said({ german: { ...de, ...many } })).toContainEqual(
      expect.stringContaining('has more than 300 lines'),
    );
  });
});

describe('check-messages: catalogues against code', () => {
  test('a key nobody uses', () => {
    const withMore = { german: { ...de, more: 'Mehr' }, easy: { ...de, more: 'Mehr' } };
    expect(said({ ...withMore, english: { ...en, more: 'More' } })).toEqual([
      expect.stringContaining('"forum.more" is used nowhere'),
    ]);
  });

  test.each([
    ["t('missing')", '"forum.missing" is in no catalogue'],
    ["const key = 'forum.error.tooShort';", '"forum.error.tooShort" is in no catalogue'],
    ['t(kind)', 'computes a key'],
    ['t(`phase.$' + '{kind}`)', 'no message is like "forum.phase.*"'],
    ["say('not.there')", '"not.there" is in no catalogue'],
  ])('%s', (code, message) => {
    expect(said({ code: page.replace('return', `${code};\n return`) })).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test('a function that only puts a beginning before the key is a translator', () => {
    const wrapper = 'const error = (key) => sentence(locale, `forum.error.$' + '{key}`);';
    const good = page.replace('return', `${wrapper} error('tooLong');\n return`);
    expect(said({ code: good })).toEqual([]);
    expect(said({ code: good.replace("error('tooLong')", "error('tooOld')") })).toEqual([
      expect.stringContaining('"forum.error.tooOld" is in no catalogue'),
    ]);
  });

  test('a comment explains a computed key, and must name something', () => {
    const computed = page.replace('return', 't(kind);\n return');
    expect(said({ code: `// messages: forum.state.*\n${computed}` })).toEqual([]);
    expect(said({ code: `// messages: forum.phase.*\n${computed}` })).toEqual([
      expect.stringContaining('no message is like "forum.phase.*"'),
    ]);
  });
});

describe('check-messages: words', () => {
  test.each([
    ['Das Ticket ist erledigt', '"erledigt" does not tell'],
    ['Sie sind ein User', '"User"'],
    ['Bild hochladen', '"Upload"'],
    ['Das ist dein Vorschlag', 'we say Sie'],
    ['Sie sagen "ja"', 'straight quotation marks'],
    ['Bitte warten...', 'ellipsis'],
    ['Forum - Einladung', 'dash'],
    ['Die Beratung sieht das und sucht jemanden, der hilft', 'promises'],
    ['Rufen Sie an, wir stellen den Kontakt her', 'promises'],
    ['', 'is empty'],
  ])('German: %s', (yes, message) => {
    expect(said({ german: { ...de, yes } })).toContainEqual(expect.stringContaining(message));
  });

  test('easy language: long sentences and the passive voice', () => {
    const long = 'Sie können hier mit uns und den Nachbarn über alle neuen Ideen gemeinsam reden.';
    expect(said({ easy: { ...de, yes: long } })).toContainEqual(
      expect.stringContaining('too long for one breath'),
    );
    expect(said({ easy: { ...de, yes: 'Ihr Vorschlag wird geprüft.' } })).toContainEqual(
      expect.stringContaining('passive voice'),
    );
    expect(said({ easy: { ...de, yes: 'Wir prüfen Ihren Vorschlag. Wir rufen Sie an.' } })).toEqual(
      [],
    );
  });

  test('a word in any branch of a choice', () => {
    const title = '{day, plural, =0 {Kein Ticket} one {Ein Forum} other {# Foren}}';
    const titles = { german: { ...de, title }, easy: { ...de, title }, english: { ...en, title } };
    expect(said(titles)).toContainEqual(expect.stringContaining('"Ticket"'));
    const gap = 'Forum am {day} {yes, plural, =0 {} one {heute} other {bald}}';
    const gaps = { german: { ...de, title: gap }, easy: { ...de, title: gap } };
    expect(said({ ...gaps, english: { ...en, title: gap } })).toContainEqual(
      expect.stringContaining('has a space too many'),
    );
  });

  test('a button nobody can read at a glance', () => {
    const submit = { button: 'Vorschlag jetzt endgültig an das Büro abschicken' };
    expect(said({ german: { ...de, submit } })).toContainEqual(
      expect.stringContaining('too long for a button: 48 > 40'),
    );
  });
});
