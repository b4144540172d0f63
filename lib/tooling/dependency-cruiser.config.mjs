import {
  AGGREGATOR_READS,
  AGGREGATORS,
  DOMAIN_READS,
  DOMAINS,
  FOUNDATIONS,
  PLAIN_COMPONENTS,
} from './checks/folders.mjs';

/**
 * The directions of the house: app ▸ components ▸ lib, aggregators ▸ domains ▸ foundations ▸ core.
 * `checks/check-directions.mjs` runs them. It shows dependency-cruiser each file as `<name>.js` or
 * `<name>.mjs`, because the parser it would use for TypeScript no longer exists in TypeScript 7;
 * that is why the patterns name files without their ending. Tests are not looked at.
 */

/** @param {string[]} names */
const any = (names) => `(?:${names.join('|')})`;

const DOMAIN = `^lib/${any(DOMAINS)}/`;
const UPPER = `^lib/${any([...DOMAINS, ...AGGREGATORS])}/`;
const PLAIN = `^components/${any(PLAIN_COMPONENTS)}/`;
/** Files directly in app tie the domains' background work together; no page may import them. */
const WIRING = '^app/[^/]+[.]js$';
const NOT_FOR_LIB = '^(?:app|components|e2e|lib/server|lib/testing|lib/tooling)/';
const LOCAL = '^(?:app|components|e2e|lib|prisma)/';
const VOCABULARY_FOLDER = `^lib/(${[...DOMAINS, ...AGGREGATORS, ...FOUNDATIONS].join('|')})/(?:.+/|)`;

/**
 * @param {string} name
 * @param {string} comment the sentence shown to whoever breaks the rule
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

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
    'pages share the frame in app/[locale] and offer actions; nothing else of one is for another',
    { path: '^app/', pathNot: WIRING },
    { path: '^app/', pathNot: '/actions[.]|[.]css$|^app/[[]locale]/[^/]+[.]js$' },
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
      pathNot: '^lib/[^/]+/(?:.+/|)(?:schema|types|rules)[.]',
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

const vocabulary = [
  forbid(
    'rules-are-pure',
    'rules.ts imports own types, core/audience, core/day, core/result, core/step-fields and lib/elections; Temporal is the only package, time is an argument',
    { path: `${VOCABULARY_FOLDER}rules[.]` },
    {
      pathNot:
        '^lib/$1/(?:.+/|)(?:types|rules)[.]|^lib/elections/|^lib/core/(?:audience|day|result|step-fields)[.]|^temporal-polyfill$',
    },
  ),
  forbid(
    'policies-are-pure',
    'policy.ts imports own types and rules, the type Actor and what people may do in general',
    { path: `${VOCABULARY_FOLDER}policy[.]` },
    {
      pathNot: '^lib/$1/(?:.+/|)(?:types|rules|policy)[.]|^lib/accounts/(?:actor|types|policy)[.]',
    },
  ),
  forbid(
    'schemas-are-pure',
    'schema.ts imports zod, Temporal, core/day, own types and rules, lib/elections: it runs in the browser too',
    { path: `${VOCABULARY_FOLDER}schema[.]` },
    {
      pathNot:
        '^lib/$1/(?:.+/|)(?:types|rules|schema)[.]|^lib/elections/|^lib/core/(?:day|text|form-state|step-fields)[.]|^(?:zod|temporal-polyfill)$',
    },
  ),
  forbid(
    'types-import-nothing',
    'types.ts holds read models; it imports at most types of its own domain, of elections and who reads a text',
    { path: `${VOCABULARY_FOLDER}types[.]` },
    { pathNot: '^lib/(?:$1|elections)/(?:.+/|)types[.]|^lib/core/audience[.]' },
  ),
  forbid(
    'mails-are-data',
    'emails/<event>.ts turns data into a mail: no reads, no writes',
    { path: `${VOCABULARY_FOLDER}emails/` },
    {
      path: LOCAL,
      pathNot:
        '^lib/$1/(?:.+/|)(?:types[.]|emails/)|^lib/(?:mail|i18n)/|^lib/core/(?:clock|routes|secret|text)[.]',
    },
  ),
  forbid(
    'background-and-privacy-keep-to-their-domain',
    'jobs.ts and privacy.ts of a domain speak for that domain only',
    { path: `^lib/(${DOMAINS.join('|')})/(?:.+/|)(?:jobs|privacy)[.]` },
    { path: DOMAIN, pathNot: '^lib/$1/' },
  ),
  forbid(
    'reads-do-not-write',
    'queries.ts imports no commands and no parts of them',
    { path: '^lib/.+/queries[.]' },
    { path: '^lib/.+/(?:commands|steps)[.]' },
  ),
  forbid(
    'codecs-are-pure',
    'a codec imports own types and rules and the library of its format',
    {
      path: `^lib/(${[...DOMAINS, ...AGGREGATORS].join('|')})/(?:.+/|)(?:csv|geojson|ics)[.]`,
    },
    {
      path: LOCAL,
      pathNot: `^lib/$1/(?:.+/|)${any(['types', 'rules'])}[.]|^lib/core/(?:clock|text|result)[.]`,
    },
  ),
  forbid(
    'the-database-client-stays-in-the-data-layer',
    'only core/db and queries, commands, steps, jobs, privacy know the generated client',
    {
      pathNot:
        '^lib/core/db[.]|^lib/[^/]+/(?:.+/|)(?:queries|commands|steps|jobs|privacy)[.]|^lib/testing/|^prisma/',
    },
    { path: '^prisma/generated/|^@prisma/client' },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    ...layers,
    ...components,
    ...vocabulary,
    forbid('no-cycles', 'two files that need each other are one file', {}, { circular: true }),
  ],
};

export default config;
