import { describe, expect, test } from 'vitest';
import { findProblems } from './check-directions.mjs';
import { makeTree, manifest, saidAbout } from './fixture';

const good = {
  'lib/manifest.ts': 'export const defineDomain = (given: object) => given;',
  ...manifest('network'),
  ...manifest('proposals', 'network'),
  ...manifest('voting', 'proposals'),
  ...manifest('forum', 'proposals'),
  ...manifest('calendar', 'proposals'),
  ...manifest('office', 'calendar'),
  'instrumentation.ts': "import { work } from './lib/jobs/commands';\nwork;",
  'app/[locale]/(act)/vorschlaege/page.tsx': `
    import type { ReactNode } from 'react';
    import { ProposalForm } from '@/components/proposals/proposal-form';
    import { findProposal } from '@/lib/proposals/queries';
    import { submit } from './actions';
    export default function Page(): ReactNode { return <ProposalForm action={submit} of={findProposal} />; }`,
  'app/[locale]/(act)/vorschlaege/actions.ts': `
    import { submitProposal } from '@/lib/proposals/commands';
    export const submit = submitProposal;`,
  'app/[locale]/(act)/vorschlaege/neu/page.tsx': "import { submit } from '../actions';\nsubmit;",
  'app/[locale]/actions.ts': 'export const leave = 1;',
  'app/[locale]/shell.tsx': "import { leave } from './actions';\nleave;",
  'components/proposals/proposal-form.tsx': `
    import { Button } from '@/components/ui/button';
    import type { Proposal } from '@/lib/proposals/types';
    export const ProposalForm = (props: object) => <Button {...(props as Proposal)} />;`,
  'components/ui/button.tsx': 'export const Button = (props: object) => <button {...props} />;',
  'lib/core/db.ts':
    "import { PrismaClient } from '@/prisma/generated/client';\nexport const db = new PrismaClient();",
  'lib/core/clock.mjs': 'export const now = () => new Date();',
  'lib/server/server.mjs': "import { now } from '../core/clock.mjs';\nnow();",
  'lib/jobs/commands.ts': "import { db } from '@/lib/core/db';\nexport const work = db;",
  'lib/proposals/types.ts': 'export interface Proposal { title: string }',
  'lib/proposals/rules.ts':
    "import type { Proposal } from './types';\nexport const isLong = (p: Proposal) => p.title.length > 5;",
  'lib/proposals/schema.ts':
    "import { z } from 'zod';\nimport { isLong } from './rules';\nexport const schema = z.custom(isLong);",
  'lib/proposals/queries.ts':
    "import { db } from '@/lib/core/db';\nexport const findProposal = () => db;",
  'lib/proposals/commands.ts':
    "import { findProposal } from './queries';\nexport const submitProposal = findProposal;",
  'lib/voting/queries.ts': "export { findProposal } from '@/lib/proposals/queries';",
  'lib/office/queries.ts':
    "import { list } from '@/lib/calendar/queries';\nexport const today = list;",
  'lib/calendar/queries.ts':
    "import { findProposal } from '@/lib/proposals/queries';\nexport const list = findProposal;",
};

const IDEAS = '@/app/[locale]/(act)/vorschlaege/actions';

/** Adds one file and tells what the check says about it. */
async function saidWith(file: string, text: string) {
  return saidAbout(await findProblems(makeTree({ ...good, [file]: text })), file);
}

describe('check-directions', () => {
  test('is silent about a tree that follows the directions', async () => {
    expect(await findProblems(makeTree(good))).toEqual([]);
  });

  const forbidden: [file: string, target: string, rule: string][] = [
    ['lib/core/log.ts', '@/lib/settings/queries', 'core-knows-nobody'],
    ['lib/mail/content.ts', '@/lib/proposals/types', 'foundations-know-no-domain'],
    ['lib/accounts/queries.ts', '@/lib/elections/types', 'foundations-know-no-domain'],
    ['lib/elections/methods/count.mjs', '@/lib/voting/types', 'elections-know-nobody'],
    ['lib/elections/methods/count.mjs', '@/lib/core/db', 'elections-know-nobody'],
    ['lib/elections/files/blt.mjs', 'node:fs', 'elections-know-nobody'],
    ['lib/elections/recount/recount.mjs', '../types', 'the-second-program-stands-alone'],
    ['lib/proposals/jobs.ts', '@/lib/voting/queries', 'proposals-reads-only-listed-domains'],
    ['lib/forum/queries.ts', '@/lib/calendar/queries', 'forum-reads-only-listed-domains'],
    ['lib/forum/queries.ts', '@/lib/voting/queries', 'forum-reads-only-listed-domains'],
    ['lib/voting/commands.ts', '../testing/factories', 'domains-stand-below-pages'],
    ['lib/calendar/queries.ts', '@/lib/forum/queries', 'calendar-reads-only-listed-domains'],
    ['lib/testing/scene.ts', '@/lib/forum/queries', 'tests-of-all-name-no-domain'],
    ['lib/tooling/seed.mjs', '../forum/samples.ts', 'tests-of-all-name-no-domain'],
    ['lib/forum/samples.ts', '@/lib/voting/samples', 'forum-reads-only-listed-domains'],
    ['lib/forum/commands.ts', './samples', 'samples-are-no-product'],
    ['lib/forum/steps.ts', './rows.mjs', 'samples-are-no-product'],
    ['lib/forum/jobs.ts', './demo.mjs', 'samples-are-no-product'],
    ['e2e/guards/things.ts', '../../lib/forum/rows.mjs', 'guards-of-all-name-no-domain'],
    ['e2e/voting/guards/things.ts', '@/lib/forum/rows.mjs', 'journeys-of-voting-name-no-other'],
    ['app/[locale]/(team)/page.tsx', '@/lib/forum/samples', 'samples-are-no-product'],
    ['components/forum/agenda.tsx', '@/lib/forum/samples', 'samples-are-no-product'],
    ['components/forum/agenda.tsx', '@/lib/voting/types', 'what-is-drawn-of-forum-names-no-other'],
    ['components/home/box.tsx', '@/lib/network/types', 'what-is-drawn-of-home-names-no-other'],
    ['lib/server/pages.mjs', '../core/db.ts', 'server-stands-alone'],
    ['components/forum/agenda.tsx', '@/app/globals.css', 'nobody-imports-a-route'],
    ['app/[locale]/(public)/page.tsx', '@/app/api/route', 'a-route-imports-only-actions'],
    ['app/[locale]/(team)/page.tsx', '@/app/[locale]/ballot', 'a-route-imports-only-actions'],
    ['app/[locale]/(team)/page.tsx', IDEAS, 'a-group-offers-its-own-actions'],
    ['app/[locale]/(team)/page.tsx', '@/app/[locale]/actions', 'a-group-offers-its-own-actions'],
    ['app/[locale]/shell.tsx', IDEAS, 'the-frame-offers-its-own-actions'],
    ['app/api/feed/route.ts', IDEAS, 'the-frame-offers-its-own-actions'],
    ['app/[locale]/(public)/page.tsx', '@/lib/core/db', 'routes-stay-out-of-the-engine'],
    ['app/api/feed/route.ts', '@/lib/proposals/emails/received', 'routes-stay-out-of-the-engine'],
    ['app/[locale]/(team)/page.tsx', '@/lib/testing/factories', 'testing-is-not-product'],
    ['components/forum/agenda.tsx', '@/lib/forum/queries', 'components-draw-what-they-are-given'],
    ['components/forum/agenda.tsx', '@/prisma/generated/client', 'components-draw-what'],
    ['components/forum/agenda.tsx', '@/lib/core/tokens', 'components-leave-the-engine-alone'],
    ['components/ui/card.tsx', '@/components/proposals/proposal-form', 'plain-components'],
    ['components/form/field.tsx', '@/lib/forum/types', 'plain-components-know-no-domain'],
    ['lib/forum/rules.ts', 'zod', 'rules-are-pure'],
    ['lib/forum/rules.ts', 'node:fs', 'rules-are-pure'],
    ['lib/forum/policy.ts', '@/lib/core/clock', 'policies-are-pure'],
    ['lib/forum/schema.ts', '@/lib/forum/queries', 'schemas-are-pure'],
    ['lib/forum/types.ts', '@/prisma/generated/client', 'types-import-nothing'],
    ['lib/forum/emails/moved-up.ts', '@/lib/forum/queries', 'mails-are-data'],
    ['lib/forum/jobs.ts', '@/lib/voting/commands', 'background-and-privacy-keep'],
    ['lib/forum/queries.ts', './commands', 'reads-do-not-write'],
    ['lib/calendar/ics.ts', '@/lib/core/db', 'codecs-are-pure'],
    ['lib/accounts/actor.ts', '@/prisma/generated/client', 'the-database-client-stays'],
  ];
  /** Which of the trees has it: two imports of one file lie in different ones. */
  const treeOf = (place: number) =>
    forbidden.slice(0, place).filter(([file]) => file === forbidden[place]?.[0]).length;
  /** What is said about a tree with all its imports: to look through one takes as long as for a single import. */
  const said = new Map<number, ReturnType<typeof findProblems>>();
  const saidOf = (tree: number) => {
    const own = forbidden.filter((_, place) => treeOf(place) === tree);
    const files = own.map(([file, target]) => [file, `import '${target}';\n`] as const);
    const problems =
      said.get(tree) ?? findProblems(makeTree({ ...good, ...Object.fromEntries(files) }));
    said.set(tree, problems);
    return problems;
  };

  test.each(forbidden.map((each, place) => [...each, treeOf(place)] as const))(
    'refuses %s → %s',
    async (file, _target, rule, tree) => {
      expect(saidAbout(await saidOf(tree), file)).toContain(rule);
    },
  );

  test('lets samples know what tests share', async () => {
    expect(await saidWith('lib/forum/samples.ts', "import '@/lib/testing/factories';\n")).toBe('');
  });

  test.each([
    ['network', 'proposals', 'two that need each other'],
    ['network', 'calendar', 'never leads upward'],
    ['network', 'mail', 'everybody may read foundations'],
    ['network', 'loans', 'no such domain'],
    ['mail', 'network', 'a foundation knows no domain'],
  ])('refuses %s that says it reads %s', async (name, other, why) => {
    const tree = makeTree({ ...good, ...manifest(name, other) });
    expect(saidAbout(await findProblems(tree), `lib/${name}/domain.ts`)).toContain(why);
  });

  test('counts an import of types only', async () => {
    const text = "import type { X } from '@/lib/forum/queries';\nexport type Y = X;";
    expect(await saidWith('components/forum/agenda.tsx', text)).toContain('components-draw-what');
    const inline = "export type Y = import('@/lib/forum/queries').X;";
    expect(await saidWith('components/forum/agenda.tsx', inline)).toContain('components-draw-what');
  });

  test('finds a cycle, says the line and the way round', async () => {
    const problems = await findProblems(
      makeTree({
        'lib/core/errors.ts': "\nimport { b } from './result';\nexport const a = b;",
        'lib/core/result.ts': "import { a } from './errors';\nexport const b = a;",
      }),
    );
    expect(problems[0]).toMatchObject({ file: 'lib/core/errors.ts', line: 2 });
    expect(problems[0]?.message).toContain('no-cycles');
  });
});
