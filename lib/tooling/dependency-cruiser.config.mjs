import { AGGREGATOR_READS, AGGREGATORS, DOMAIN_READS, FOUNDATIONS } from './checks/folders.mjs';
import {
  any,
  FRAME,
  forbid,
  GROUP,
  LOCAL,
  NOT_FOR_LIB,
  PLAIN,
  UPPER,
  WIRING,
} from './direction-parts.mjs';
import { vocabulary } from './vocabulary-rules.mjs';

/**
 * The directions of the house: app ▸ components ▸ lib, aggregators ▸ domains ▸ foundations ▸ core.
 * `checks/check-directions.mjs` runs them. It shows dependency-cruiser each file as `<name>.js` or
 * `<name>.mjs`, because the parser it would use for TypeScript no longer exists in TypeScript 7;
 * that is why the patterns name files without their ending. Tests are not looked at.
 */

const layers = [
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
    { path: [UPPER, NOT_FOR_LIB, '^lib/elections/'] },
  ),
  forbid(
    'elections-know-nobody',
    'lib/elections counts: no database, no domain, no package, nothing but itself and core/result',
    { path: '^lib/elections/', pathNot: '^lib/elections/recount/recount[.]' },
    { pathNot: '^lib/elections/|^lib/core/result[.]' },
  ),
  forbid(
    'the-second-program-stands-alone',
    'strangers take this one file along: it imports nothing but what Node has',
    { path: '^lib/elections/recount/recount[.]' },
    { dependencyTypesNot: ['core'] },
  ),
  ...Object.entries(DOMAIN_READS).map(([domain, reads]) =>
    forbid(
      `${domain}-reads-only-listed-domains`,
      `${domain} may read: ${reads.join(', ') || 'no other domain'} (DOMAIN_READS in folders.mjs)`,
      { path: `^lib/${domain}/` },
      { path: [UPPER, NOT_FOR_LIB], pathNot: `^lib/${any([domain, ...reads])}/` },
    ),
  ),
  ...AGGREGATORS.map((name) => {
    const reads = /** @type {Record<string, string[]>} */ (AGGREGATOR_READS)[name] ?? [];
    return forbid(
      `${name}-reads-domains-only`,
      'an aggregator reads domains; nobody reads an aggregator but the office page and the routes',
      { path: `^lib/${name}/` },
      {
        path: [`^lib/${any(AGGREGATORS)}/`, NOT_FOR_LIB],
        pathNot: `^lib/${any([name, ...reads])}/`,
      },
    );
  }),
  forbid(
    'the-list-of-domains-is-for-loops',
    'only what loops over all domains reads lib/domains.ts: pages, aggregators, the catalogue, the audit',
    {
      path: '^lib/',
      pathNot: `^lib/(?:${AGGREGATORS.join('|')})/|^lib/(?:fragments|domains|i18n/catalogue|audit/(?:book|queries))[.]|^lib/(?:testing|tooling)/`,
    },
    { path: '^lib/(?:domains|fragments)[.]' },
  ),
  forbid(
    'server-stands-alone',
    'lib/server runs before the build: it imports only itself and lib/core/*.mjs',
    { path: '^lib/server/' },
    { path: LOCAL, pathNot: '^lib/(?:server/|core/[^/]+[.]mjs$)' },
  ),
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
    { pathNot: '^(?:e2e|lib/testing|lib/tooling|prisma)/' },
    { path: '^lib/(?:testing|tooling)/' },
  ),
];

const components = [
  forbid(
    'components-draw-what-they-are-given',
    'of a domain a component knows schema, types and rules: no reads, no writes, no database',
    { path: '^components/' },
    {
      path: [
        UPPER,
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
      path: '^lib/core/(?:crypto|db|env|form-action|log|page-cache|process-state|rate-limit|tokens)[.]',
    },
  ),
  forbid(
    'plain-components-know-no-domain',
    'components/{ui,form,layout,brand} have no domain word in them',
    { path: PLAIN },
    { path: ['^components/', UPPER], pathNot: PLAIN },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    ...layers,
    ...components,
    ...vocabulary,
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
  ],
};

export default config;
