import { AGGREGATORS, COMPOSED_BY_HAND, FOUNDATIONS, OTHER_COMPONENTS } from './checks/folders.mjs';
import {
  any,
  below,
  FRAME,
  forbid,
  GROUP,
  LOCAL,
  NOT_FOR_LIB,
  PLAIN,
  SAMPLES,
  WIRING,
} from './direction-parts.mjs';
import { vocabularyOf } from './vocabulary-rules.mjs';

/** @typedef {{ domains: string[], readsOf: (name: string) => readonly string[] }} Arrows who reads whom */

/**
 * The directions of the house: app ▸ components ▸ lib, aggregators ▸ domains ▸ foundations ▸ core.
 * `checks/check-directions.mjs` runs them. It shows dependency-cruiser each file as `<name>.js` or
 * `<name>.mjs`, because the parser it would use for TypeScript no longer exists in TypeScript 7;
 * that is why the patterns name files without their ending. Tests are not looked at.
 */

/** What lies in app, and what may know of it. */
const ROUTES = [
  forbid(
    'nobody-imports-a-route',
    'actions reach a form as a prop; nothing imports from app',
    { path: '^(?:components|lib|prisma|e2e)/' },
    { path: '^app/' },
  ),
  forbid(
    'a-route-imports-only-actions-of-routes',
    'pages share the frame in app/[locale] and offer actions; a piece several routes draw is a component',
    { path: '^app/', pathNot: WIRING },
    { path: '^app/', pathNot: `/actions[.]|[.]css$|${FRAME}` },
  ),
  forbid(
    'a-group-offers-its-own-actions',
    'who is asked for differs from group to group: two groups that do the same each have an action of their own',
    { path: `${GROUP}([^)]+)[)]/` },
    { path: '^app/(?:.+/|)actions[.]', pathNot: `${GROUP}$1[)]/` },
  ),
  forbid(
    'the-frame-offers-its-own-actions',
    'what every page shows belongs to no group; its actions lie in app/[locale]/actions.ts',
    { path: '^app/', pathNot: GROUP },
    { path: `${GROUP}.+/actions[.]` },
  ),
  forbid(
    'routes-stay-out-of-the-engine',
    'a page reads through queries and writes through commands',
    { path: '^app/', pathNot: WIRING },
    {
      path: [
        '^lib/(?:server|testing|tooling)/',
        '^lib/core/db[.]',
        '^(?:prisma|e2e)/',
        // Parts of a transaction have asked nobody's right.
        '^lib/[^/]+/(?:.+/|)(?:jobs|privacy|steps)[.]',
        '^lib/[^/]+/(?:.+/|)emails/',
      ],
    },
  ),
  forbid(
    'testing-is-not-product',
    'only tests, tools and the demo import lib/testing and lib/tooling',
    { pathNot: ['^(?:e2e|lib/testing|lib/tooling|prisma)/', SAMPLES] },
    { path: '^lib/(?:testing|tooling)/' },
  ),
];

/** @param {string} upper all domains and what loops over them */
const layers = (upper) => [
  forbid(
    'core-knows-nobody',
    'lib/core connects; it imports only itself and the generated database client',
    { path: '^lib/core/' },
    { path: LOCAL, pathNot: '^(?:lib/core|prisma/generated)/' },
  ),
  forbid(
    'foundations-know-no-domain',
    'a foundation imports core and other foundations',
    { path: `^lib/${any(FOUNDATIONS)}/` },
    { path: [upper, NOT_FOR_LIB, '^lib/elections/'] },
  ),
  forbid(
    'elections-know-nobody',
    'lib/elections counts: no database, no domain, no package, nothing but itself and core/result',
    { path: '^lib/elections/', pathNot: '^lib/elections/recount/(?:recount|table)[.]' },
    { pathNot: '^lib/elections/|^lib/core/result[.]' },
  ),
  forbid(
    'the-second-program-stands-alone',
    'strangers take this one file along: it imports nothing but what Node has',
    { path: '^lib/elections/recount/(?:recount|table)[.]' },
    { dependencyTypesNot: ['core'] },
  ),
  forbid(
    'the-list-of-domains-is-for-loops',
    'only what loops over all domains reads lib/domains.ts: pages, aggregators, the catalogue, the audit, the deletion of accounts',
    {
      path: '^lib/',
      pathNot: `^lib/(?:${AGGREGATORS.join('|')})/|^lib/(?:fragments|domains|i18n/catalogue|audit/(?:book|queries)|accounts/profile/steps)[.]|^lib/(?:testing|tooling)/`,
    },
    { path: '^lib/(?:domains|fragments)[.]' },
  ),
  forbid(
    'server-stands-alone',
    'lib/server runs before the build: it imports only itself and lib/core/*.mjs',
    { path: '^lib/server/' },
    { path: LOCAL, pathNot: '^lib/(?:server/|core/[^/]+[.]mjs$)' },
  ),
  ...ROUTES,
];

/**
 * Whoever is not a domain itself names its files only where it says so.
 * @param {string} upper
 * @param {Arrows} arrows
 */
const arrowsBetween = (upper, { domains, readsOf }) => [
  ...[...domains, ...AGGREGATORS].map((name) =>
    forbid(
      `${name}-reads-only-listed-domains`,
      `${name} may read: ${readsOf(name).join(', ') || 'no other domain'} (reads in its domain.ts); loops go over manifests`,
      { path: `^lib/${name}/` },
      { path: upper, pathNot: below([name, ...readsOf(name)]) },
    ),
  ),
  forbid(
    'domains-stand-below-pages',
    'lib decides; nothing of it but samples knows pages, tests or tools',
    { path: upper, pathNot: SAMPLES },
    { path: NOT_FOR_LIB },
  ),
  forbid(
    'samples-are-no-product',
    'only tests and what fills the demo know samples.ts, rows.mjs, tried.mjs and demo.mjs',
    { pathNot: ['^(?:e2e|lib/testing|lib/tooling)/', SAMPLES] },
    { path: SAMPLES },
  ),
  ...[...domains, ...OTHER_COMPONENTS].map((name) => {
    const composed = /** @type {Record<string, string[]>} */ (COMPOSED_BY_HAND)[name] ?? [];
    return forbid(
      `what-is-drawn-of-${name}-names-no-other`,
      'components name their own domain and those it reads (COMPOSED_BY_HAND in folders.mjs)',
      { path: `^components/${name}/` },
      { path: upper, pathNot: below([name, ...readsOf(name), ...composed]) },
    );
  }),
  ...[...domains, ...AGGREGATORS].map((name) =>
    forbid(
      `journeys-of-${name}-name-no-other`,
      'what journeys and guards know of a domain lies in its folder of e2e',
      { path: `^e2e/${name}/` },
      { path: upper, pathNot: below([name, ...readsOf(name)]) },
    ),
  ),
  forbid(
    'guards-of-all-name-no-domain',
    'what guards know of a domain is found by a loop over the folders of e2e',
    { path: '^e2e/(?:guards/|platform/|[^/]+$)' },
    { path: [upper, `^e2e/${any([...domains, ...AGGREGATORS])}/`] },
  ),
  forbid(
    'tests-of-all-name-no-domain',
    'what tests and tools share loops over domains, or it belongs to one of them',
    // All that the role of the program could want to get at, of every domain at once.
    { path: '^lib/(?:testing|tooling|fragments|manifest)[./]', pathNot: '/role-scene[.]' },
    { path: upper },
  ),
];

/** @param {string} upper */
const components = (upper) => [
  forbid(
    'components-draw-what-they-are-given',
    'of a domain a component knows schema, types and rules: no reads, no writes, no database',
    { path: '^components/' },
    {
      path: [
        upper,
        `^lib/${any(['accounts', 'audit', 'files', 'jobs', 'mail', 'settings'])}/`,
        '^(?:prisma|e2e)/',
        '^lib/server/',
        '^(?:@prisma/client|pg)$',
      ],
      pathNot: '^lib/[^/]+/(?:.+/|)(?:schema|types|rules|paths)[.]',
    },
  ),
  forbid(
    'components-leave-the-engine-alone',
    'these parts of lib/core belong to the server side',
    { path: '^components/' },
    {
      path: '^lib/core/(?:answered-form|crypto|db|env|form-action|log|page-cache|process-state|program-action|rate-limit|tokens)[.]',
    },
  ),
  forbid(
    'plain-components-know-no-domain',
    'components/{ui,form,layout,brand} have no domain word in them',
    { path: PLAIN },
    { path: ['^components/', upper], pathNot: PLAIN },
  ),
];

/**
 * @param {Arrows} arrows
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]}
 */
export function directionsOf(arrows) {
  const upper = below([...arrows.domains, ...AGGREGATORS]);
  return [
    ...layers(upper),
    ...arrowsBetween(upper, arrows),
    ...components(upper),
    ...vocabularyOf(arrows.domains),
    forbid(
      'a-manifest-names-its-own',
      'domain.ts says what its domain brings: own files, and paths and types of foundations',
      { path: '^lib/([^/]+)/domain[.]' },
      {
        path: LOCAL,
        pathNot: '^lib/$1/|^lib/manifest[.]|^lib/accounts/paths[.]|^lib/jobs/types[.]',
      },
    ),
    forbid('no-cycles', 'two files that need each other are one file', {}, { circular: true }),
  ];
}
