import { describe, expect, test } from 'vitest';
import { findProblems } from './check-entries.mjs';
import { makeTree, saidAbout } from './fixture';

const TYPES = "import type { Actor, Guest, Viewer } from '@/lib/accounts/types';\n";
const GUARD = "'use server';\nimport { defineFormAction } from '@/lib/accounts/form-action';\n";

const good = {
  'lib/accounts/types.ts':
    'export type Actor = symbol; export type Guest = null; export type Viewer = null;',
  'lib/accounts/form-action.ts': 'export const defineFormAction = (options: object) => options;',
  'lib/proposals/queries.ts': `${TYPES}
    export const PROPOSALS_TAG = 'proposals';
    export interface Found { number: number }
    export async function findProposal(viewer: Viewer | Guest) { return viewer; }
    export const listProposals = cache(async (viewer: Viewer) => viewer);`,
  'lib/proposals/commands.ts': `${TYPES}
    async function submitProposal(actor: Actor, title: string) { return [actor, title]; }
    export { submitProposal };`,
  'app/[locale]/(act)/vorschlaege/actions.ts': `${GUARD}
    export const submitProposalAction = defineFormAction({});`,
  'app/api/health/route.ts': 'export async function GET() { return new Response(); }',
};

/** Puts one file into the good tree and tells what the check says about it. */
const saidWith = (file: string, text: string) =>
  saidAbout(findProblems(makeTree({ ...good, [file]: text })), file);

describe('check-entries: authority first', () => {
  test('is silent about entries that say who acts', () => {
    expect(findProblems(makeTree(good))).toEqual([]);
  });

  test.each([
    ['no parameter', 'export async function listAll() {}'],
    ['an id first', 'export async function findProposal(id: string, actor: Actor) {}'],
    ['no type', 'export async function findProposal(actor) {}'],
    ['one of two is no authority', 'export async function find(who: Actor | string) {}'],
    ['an arrow function', 'export const listAll = async (limit: number) => limit;'],
    ['a wrapped function', 'export const listAll = cache(async (limit: number) => limit);'],
    ['a function exported below', 'async function listAll(n: number) {}\nexport { listAll };'],
  ])('finds %s', (_, text) => {
    expect(saidWith('lib/proposals/queries.ts', TYPES + text)).toContain('does not take Actor');
  });

  test('accepts no authority of one’s own making', () => {
    const text =
      'type Actor = string;\nexport async function castBallot(actor: Actor) { return actor; }';
    expect(saidWith('lib/voting/commands.ts', text)).toContain('does not take Actor');
  });

  test('takes a command for one that asks itself, but none of one’s own making', () => {
    const text = 'export const castBallot = command({ right }, async ({ tx }, input) => tx);';
    const real = "import { command } from '@/lib/accounts/command';\n";
    const tree = { ...good, 'lib/accounts/command.ts': 'export const command = 1;' };
    const file = 'lib/voting/commands.ts';
    expect(findProblems(makeTree({ ...tree, [file]: real + text }))).toEqual([]);
    expect(saidWith(file, `const command = (x, work) => work;\n${text}`)).toContain(
      'does not take Actor',
    );
  });

  const GATES = "import { byKey, publicly } from '@/lib/accounts/command';\n";
  const gated = { ...good, 'lib/accounts/command.ts': 'export const byKey = 1, publicly = 2;' };
  const file = 'lib/forum/queries.ts';

  test('takes what is declared to be everybody’s, but only by the real makers', () => {
    const text = `export const listAll = publicly(async (limit: number) => limit);
      export const getOwn = byKey(RIGHTS.own, async (code: string) => code);`;
    expect(findProblems(makeTree({ ...gated, [file]: GATES + text }))).toEqual([]);
    expect(saidWith(file, text)).toContain('is not made by command');
  });

  test.each([
    ['not looked at', 'export async function find(_viewer: Viewer, id: string) { return id; }'],
    ['one of several', 'async function part(id: string, who: Actor | Guest) { return id; }'],
    ['thrown away', 'export const find = async (who: Actor) => { void who; };'],
    ['only a name of something else', 'const f = (who: Actor, of: Who) => ({ who: of.who });'],
    ['hidden by another', 'const f = (who: Actor, all: Who[]) => all.map((who) => who.id);'],
    ['inside of a maker', 'export const all = publicly(async (_viewer: Viewer) => []);'],
  ])('finds an authority that is %s, in any file', (_, text) => {
    for (const place of [file, 'lib/forum/privacy.ts', 'app/sweep.ts']) {
      const said = saidAbout(
        findProblems(makeTree({ ...gated, [place]: GATES + TYPES + text })),
        place,
      );
      expect(said).toContain('says who acts and is not used');
    }
  });

  test.each([
    'const f = (who: Actor) => who.id;',
    'const f = (who: Actor) => other(who);',
    'const f = (who: Actor) => ({ who });',
    'const f = (who: Actor, id = who.id) => id;',
    'const f = (who: Actor) => () => who;',
  ])('is silent about one that is used: %s', (text) => {
    const found = findProblems(makeTree({ ...good, 'lib/forum/steps.ts': TYPES + text }));
    expect(found).toEqual([]);
  });

  test('accepts nothing whose parameters cannot be seen', () => {
    const curried = 'export const listAll = memo(other);';
    expect(saidWith('lib/proposals/queries.ts', curried)).toContain('hides its first parameter');
    const passedOn = "export { listAll } from './elsewhere';";
    expect(saidWith('lib/proposals/queries.ts', passedOn)).toContain('re-exported');
    expect(saidWith('lib/proposals/queries.ts', "export * from './x';")).toContain('re-exported');
  });
});

describe('check-entries: who is handed on', () => {
  const file = 'lib/forum/queries.ts';
  const GATES = "import { reading, sameFor } from '@/lib/accounts/command';\n";
  const tree = { ...good, 'lib/accounts/command.ts': 'export const reading = 1, sameFor = 2;' };
  const said = (text: string) =>
    saidAbout(findProblems(makeTree({ ...tree, [file]: GATES + text })), file);

  test.each(['_actor, id: string', '_visitor: Actor', ''])('finds nobody behind (%s)', (first) => {
    expect(said(`export const all = reading(RIGHTS.keep, async (${first}) => 1);`)).toContain(
      'looks at nobody',
    );
  });

  test('is silent about who is read, and where nobody is handed on', () => {
    expect(said('export const own = reading(RIGHTS.own, async (actor) => actor.id);')).toBe('');
    expect(said('export const all = sameFor(RIGHTS.keep, async (id: string) => id);')).toBe('');
  });
});

describe('check-entries: rights by hand', () => {
  const RIGHT = 'if (!mayCoordinate(visitor)) throw new Error();';

  test.each(['lib/forum/commands.ts', 'app/api/x/route.ts', 'components/forum/x.tsx'])(
    'finds one in %s',
    (file) => {
      expect(saidWith(file, RIGHT)).toContain('asks for a right by hand');
      expect(saidWith(file, 'const x = a || !mayCoordinate(who);')).toContain('by hand');
    },
  );

  test('finds a route that asks for more than what it reads does', () => {
    const text = 'const may = RIGHTS.keep.isHeldBy(visitor);';
    expect(saidWith('app/api/x/route.ts', text)).toContain('a route asks for a right by hand');
    expect(saidWith('lib/forum/steps.ts', text)).toBe('');
  });

  test('leaves those alone who say what people may, and what asks for a state', () => {
    expect(saidWith('lib/forum/policy.ts', RIGHT)).not.toContain('by hand');
    expect(saidWith('lib/forum/rules.ts', 'if (!canClose(state)) throw 1;')).toBe('');
  });
});

describe('check-entries: the ways in', () => {
  const actions = 'app/[locale]/(act)/forum/actions.ts';

  test('an action that nothing guards', () => {
    const text = `${GUARD}export async function cancel(data: FormData) { return data; }`;
    expect(saidWith(actions, text)).toContain('not made by defineFormAction');
  });

  test('a guard of one’s own making', () => {
    const text =
      "'use server';\nconst defineFormAction = (x) => x;\nexport const a = defineFormAction({});";
    expect(saidWith(actions, text)).toContain('not made by defineFormAction');
  });

  test('actions.ts without the directive, the directive without actions.ts', () => {
    expect(saidWith(actions, 'export const a = 1;')).toContain("starts with 'use server'");
    expect(saidWith('lib/forum/rules.ts', "'use server';\n")).toContain('belongs into');
  });

  test('an action inside a page', () => {
    const text = "export default () => { async function save() { 'use server'; } return save; };";
    expect(saidWith('app/[locale]/(act)/page.tsx', text)).toContain('inside a function');
  });

  test('a route handler among the pages', () => {
    expect(saidWith('app/[locale]/(public)/forum/route.ts', '')).toContain('app/api');
  });

  test('what is sent to a route without its guard, or with one of one’s own making', () => {
    const tree = {
      ...good,
      'lib/accounts/program-action.ts': 'export const defineProgramAction = 1;',
    };
    const file = 'app/api/ideas/route.ts';
    const real = "import { defineProgramAction } from '@/lib/accounts/program-action';\n";
    const text = 'export const POST = defineProgramAction({});';
    expect(findProblems(makeTree({ ...tree, [file]: real + text }))).toEqual([]);
    for (const unguarded of [
      `const defineProgramAction = (x) => x;\n${text}`,
      `${real}export async function POST() { return new Response(); }`,
      `${real}const PUT = () => defineProgramAction({});\nexport { PUT };`,
    ])
      expect(saidWith(file, unguarded)).toContain('not made by defineProgramAction');
  });

  test.each(['@/lib/core/db', '../../lib/core/db', 'pg', '@/prisma/generated/client'])(
    'a route that imports %s',
    (specifier) => {
      const said = saidWith('app/api/route.ts', `import '${specifier}';`);
      expect(said).toContain('a route reads through queries');
    },
  );

  test('a step of the office that leads to a page without a word of it', () => {
    const office = 'app/[locale]/(team)/team/loans/actions.ts';
    const action = (done: string, more = '') =>
      `${GUARD}${more}export const lend = defineFormAction({ run: 1, done: ${done} });`;
    const silent = '(_value, _input, { locale }) => localized(locale, paths.teamLoans())';
    const helper = `const toLoan = ${silent};\n`;
    const says = "(_value, _input, { locale }) => saying(paths.teamLoans(), 'team.said.saved')";
    expect(saidWith(office, action(silent))).toContain('does not say what was done');
    expect(saidWith(office, action('toLoan', helper))).toContain('does not say what was done');
    expect(saidWith(office, action(says))).toBe('');
    expect(saidWith(office, action('toLoan', helper.replace(silent, says)))).toBe('');
    expect(saidWith(office, action('() => paths.teamLoanSaved(1)'))).toBe('');
    expect(saidWith(actions, action(silent))).toBe('');
    const none = '// No word: the receipt says it.\n';
    expect(saidWith(office, action(silent, none))).toBe('');
    expect(saidWith(office, action(says, none))).toContain('strike "No word"');
    expect(saidWith(office, action(silent, '// No word: \n'))).toContain('does not say');
    expect(saidWith(office, action(silent, `${none}const a = 1;\n`))).toContain('does not say');
  });

  test.each([
    ['await searchParams', 'believes whatever stands in its address'],
    ['(await searchParams).saved', 'believes whatever stands in its address'],
    ['await believed(searchParams)', ''],
  ])('a page that reads its address: %s', (read, problem) => {
    const text = `export default async function Page({ searchParams }) { return ${read}; }`;
    const said = saidWith('app/[locale]/(team)/team/loans/page.tsx', text);
    expect(problem === '' ? said : said.includes(problem)).toBe(problem === '' ? '' : true);
  });
});
