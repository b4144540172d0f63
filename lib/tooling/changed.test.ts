import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reachOf, THROUGH_MOST } from './changed.mjs';

const JOURNEYS = ['proposals', 'voting', 'guards'];
const MOST = [...THROUGH_MOST];
const PAGE =
  "import { x } from '@/lib/voting/queries';\nimport { y } from '@/components/ui/button';";

describe('what a change can reach', () => {
  it('is looked at in journeys that are there', () => {
    expect(MOST.filter((spec) => !fs.existsSync(spec))).toEqual([]);
  });

  it.each([
    ['a rule', ['lib/proposals/rules.ts'], { unit: 1, e2e: ['e2e/proposals/'] }],
    ['what it looks like', ['components/voting/a.tsx'], { unit: 1, e2e: ['e2e/voting/'] }],
    ['a page, by what it imports', ['app/[locale]/a/page.tsx'], { unit: 1, e2e: ['e2e/voting/'] }],
    ['what everything stands on', ['lib/core/db.ts'], { unit: 1, e2e: MOST }],
    ['what every page is made of', ['components/ui/button.tsx'], { unit: 1, e2e: MOST }],
    [
      'that and a domain',
      ['prisma/schema/voting.prisma', 'lib/proposals/rules.ts'],
      { unit: 2, e2e: ['e2e/proposals/', ...MOST.filter((spec) => !spec.includes('proposals'))] },
    ],
    [
      'what a domain tells a guard',
      ['e2e/voting/guards/routes.ts'],
      { unit: 0, e2e: ['e2e/guards/routes.spec.ts'] },
    ],
    ['counting', ['lib/elections/types.ts'], { unit: 1, e2e: ['e2e/voting/'] }],
    ['a journey', ['e2e/voting/poll.spec.ts'], { unit: 0, e2e: ['e2e/voting/poll.spec.ts'] }],
    ['a unit test', ['lib/voting/commands.test.ts'], { unit: 1, e2e: [] }],
    ['words about it', ['README.md', 'lib/decisions/traps.md'], { unit: 0, e2e: [] }],
    [
      'several of one domain, once',
      ['lib/voting/a.ts', 'components/voting/b.tsx'],
      { unit: 2, e2e: ['e2e/voting/'] },
    ],
  ])('%s', (_name, files, wanted) => {
    const { unit, e2e } = reachOf(files, JOURNEYS, () => PAGE);
    expect({ unit: unit.length, e2e }).toEqual(wanted);
  });
});
