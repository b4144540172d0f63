import { describe, expect, test } from 'vitest';
import { findProblems } from './check-domains.mjs';
import { listOf, makeTree, manifest, saidAbout } from './fixture';

const good = {
  ...manifest('proposals'),
  ...manifest('forum', 'proposals'),
  ...manifest('calendar', 'forum'),
  ...listOf('proposals', 'forum', 'calendar'),
  'package.json': '{}',
  'README.md': '',
  'app/globals.css': '',
  'app/[locale]/(act)/vorschlaege/neu/page.tsx': '',
  'app/[locale]/(act)/vorschlaege/actions.ts': '',
  'app/[locale]/shell.tsx': '',
  'app/api/health/route.ts': '',
  'components/ui/button.tsx': '',
  'components/proposals/proposal-card.tsx': '',
  'lib/core/clock.ts': '',
  'lib/proposals/rules.ts': '',
  'lib/proposals/rules.test.ts': '',
  'lib/proposals/commands.ts': '',
  'lib/proposals/commands.race.test.ts': '',
  'lib/proposals/samples.ts': '',
  'lib/proposals/rows.mjs': '',
  'lib/proposals/demo.mjs': '',
  'lib/proposals/granted.mjs': '',
  'lib/proposals/emails/proposal-received.ts': '',
  'lib/forum/registrations/queries.ts': '',
  'lib/forum/registrations/lists/queries.ts': '',
  'lib/calendar/ics.ts': '',
  'lib/elections/types.ts': '',
  'lib/elections/methods/count.mjs': '',
  'lib/elections/methods/count.lot.test.ts': '',
  'lib/decisions/0001-two-kinds-of-page.md': '',
  'lib/decisions/traps.md': '',
  'lib/server/anything-here.mjs': '',
  'prisma/schema/base.prisma': '',
};

describe('check-domains', () => {
  test('is silent about a tree that follows the house', () => {
    expect(findProblems(makeTree(good))).toEqual([]);
  });

  test.each([
    ['vitest.config.ts', 'closed list'],
    ['scripts/build.mjs', 'closed list', 'scripts'],
    ['lib/gamification/rules.ts', 'closed list', 'lib/gamification'],
    ['components/widgets/box.tsx', 'closed list', 'components/widgets'],
    ['prisma/seed.ts', 'closed list'],
    ['app/[locale]/(admin)/page.tsx', 'closed list', 'app/[locale]/(admin)'],
    ['app/vorschlaege/page.tsx', 'lies outside'],
    ['app/[locale]/(act)/vorschlaege/proposal-form.tsx', 'not a file of a route'],
    ['app/[locale]/(act)/shell.tsx', 'not a file of a route'],
    ['lib/loans/domain.ts', 'loans is not in lib/domains.ts'],
    ['lib/proposals/service.ts', 'drawer'],
    ['lib/i18n/utils.ts', 'drawer'],
    ['components/ui/index.ts', 'drawer'],
    ['lib/proposals/proposal-list.ts', 'vocabulary'],
    ['lib/proposals/types.tsx', 'draws nothing'],
    ['lib/proposals/Review/rules.ts', 'kebab-case'],
    ['lib/proposals/emails/proposalReceived.ts', 'vocabulary'],
    ['lib/forum/a/b/c/rules.ts', 'more than 3 levels deep'],
    ['lib/proposals/policy.test.ts', 'no "policy" beside it'],
    ['lib/core/mailer.ts', 'lib/core has no'],
    ['lib/elections/queries.ts', 'lib/elections/ has no "queries"'],
    ['lib/elections/methods/borda.mjs', 'lib/elections/methods/ has no "borda"'],
    ['lib/elections/methods/blt.mjs', 'lib/elections/methods/ has no "blt"'],
    ['lib/elections/methods/greedy.test.ts', 'no "greedy" beside it'],
    ['lib/decisions/forms.md', 'NNNN-title'],
  ])('finds %s', (file, words, reported = file) => {
    const problems = findProblems(makeTree({ ...good, [file]: '' }));
    expect(saidAbout(problems, reported)).toContain(words);
  });
});
