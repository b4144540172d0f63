import { describe, expect, test } from 'vitest';
import { findProblems } from './check-tags.mjs';
import { listOf, makeTree, manifest, projectRoot, saidAbout } from './fixture';

const tags = (name: string, text: string) => ({
  [`lib/${name}/tags.ts`]: `import { tag } from '@/lib/core/tags';\nexport const ${name.toUpperCase()}_TAGS = { ${text} };\n`,
});

const brought = (name: string) => ({
  [`lib/${name}/domain.ts`]: `import { ${name.toUpperCase()}_TAGS } from './tags';\nexport const ${name} = defineDomain({ reads: [], tags: ${name.toUpperCase()}_TAGS });\n`,
});

const good = {
  ...listOf('loans', 'forum'),
  ...brought('loans'),
  ...brought('forum'),
  'lib/core/tags.ts': 'export const tag = (name: string) => name;',
  ...tags('loans', "things: tag('loans'), one: tagOfOne('loan')"),
  ...tags('forum', "sessions: tag('forum')"),
  'lib/loans/planning/commands.ts': `
    import { LOANS_TAGS } from '../tags';
    dropPages(tx, LOANS_TAGS.things, LOANS_TAGS.one(id));`,
  'lib/loans/queries.ts': `
    import { LOANS_TAGS } from './tags';
    showsTags(LOANS_TAGS.things, LOANS_TAGS.one(id));`,
  // What it shows of others is dropped by them.
  'lib/forum/queries.ts': `
    import { LOANS_TAGS } from '@/lib/loans/tags';
    import { FORUM_TAGS } from './tags';
    showsTags(FORUM_TAGS.sessions, LOANS_TAGS.things);`,
  'lib/forum/steps.ts': `
    import { FORUM_TAGS } from './tags';
    drop(FORUM_TAGS.sessions);`,
  'lib/forum/commands.test.ts': "import { tag } from '@/lib/core/tags';\ntag('x');",
};

const saidWith = (file: string, text: string) =>
  saidAbout(findProblems(makeTree({ ...good, [file]: text })), file);

describe('check-tags', () => {
  test('is silent where each drops its own and shows what it shows', () => {
    expect(findProblems(makeTree(good))).toEqual([]);
  });

  test.each([
    [
      'somebody else’s tag dropped',
      'lib/loans/commands.ts',
      "import { FORUM_TAGS } from '@/lib/forum/tags';\ndrop(FORUM_TAGS.sessions);",
      'drops tags of forum',
    ],
    [
      'the same by a foundation',
      'lib/accounts/profile/commands.ts',
      "import { FORUM_TAGS } from '@/lib/forum/tags';\ndropPages(tx, FORUM_TAGS.sessions);",
      'let whoever shows it show a tag of accounts',
    ],
    [
      'a page that drops',
      'app/[locale]/(team)/team/actions.ts',
      "import { FORUM_TAGS } from '@/lib/forum/tags';\nFORUM_TAGS;",
      'drops tags of forum',
    ],
    [
      'a tag by name',
      'lib/loans/commands.ts',
      "import { tag } from '@/lib/core/tags';\ndrop(tag('forum'));",
      'makes a tag',
    ],
    [
      'a read that drops',
      'lib/forum/minutes/queries.ts',
      "import { dropPages } from '@/lib/core/db';\ndropPages(tx);",
      'a read drops no pages',
    ],
    [
      'a tag no page shows',
      'lib/forum/queries.ts',
      "import { FORUM_TAGS } from './tags';\nFORUM_TAGS.other;",
      '',
    ],
  ])('finds %s', (_name, file, text, words) => {
    const problems = findProblems(makeTree({ ...good, [file]: text }));
    if (words !== '') expect(saidAbout(problems, file)).toContain(words);
    else expect(saidAbout(problems, 'lib/forum/tags.ts')).toBe('no page shows "sessions"');
  });

  test('finds a tag nothing drops, and one that stands in no manifest', () => {
    expect(saidWith('lib/forum/tags.ts', "export const FORUM_TAGS = { seats: tag('s') };")).toBe(
      'no page shows "seats"\nnothing drops "seats"',
    );
    const { file, text } = { file: 'lib/forum/domain.ts', text: manifest('forum') };
    expect(saidWith(file, text[file] ?? '')).toBe('does not bring its tags.ts');
  });

  test('holds for the project', () => expect(findProblems(projectRoot)).toEqual([]));
});
