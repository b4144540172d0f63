import { describe, expect, it } from 'vitest';
import { reachOf } from './changed.mjs';

const JOURNEYS = ['proposals', 'voting', 'guards'];
const PAGE =
  "import { x } from '@/lib/voting/queries';\nimport { y } from '@/components/ui/button';";

describe('what a change can reach', () => {
  it.each([
    ['a rule', ['lib/proposals/rules.ts'], { unit: 1, e2e: ['e2e/proposals/'] }],
    ['what it looks like', ['components/voting/a.tsx'], { unit: 1, e2e: ['e2e/voting/'] }],
    ['a page, by what it imports', ['app/[locale]/a/page.tsx'], { unit: 1, e2e: ['e2e/voting/'] }],
    ['a foundation without journeys', ['lib/core/db.ts'], { unit: 1, e2e: [] }],
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
