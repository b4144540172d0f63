import { AGGREGATORS, DOMAINS } from './checks/folders.mjs';
import { any, DOMAIN, forbid, LOCAL, VOCABULARY_FOLDER } from './direction-parts.mjs';

/** What each file of a domain folder may import. */
export const vocabulary = [
  forbid(
    'rules-are-pure',
    'rules.ts imports own types, core/audience, core/day, core/result, the rules of cases and lib/elections; Temporal is the only package, time is an argument',
    { path: `${VOCABULARY_FOLDER}rules[.]` },
    {
      pathNot:
        '^lib/$1/(?:.+/|)(?:types|rules)[.]|^lib/elections/|^lib/cases/(?:rules|types|fields)[.]|^lib/core/(?:audience|day|result)[.]|^temporal-polyfill$',
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
        '^lib/$1/(?:.+/|)(?:types|rules|schema)[.]|^lib/elections/|^lib/cases/fields[.]|^lib/core/(?:day|text|form-state)[.]|^(?:zod|temporal-polyfill)$',
    },
  ),
  forbid(
    'types-import-nothing',
    'types.ts holds read models; it imports at most types of its own domain, of elections, of manifests and who reads a text',
    { path: `${VOCABULARY_FOLDER}types[.]` },
    { pathNot: '^lib/(?:$1|elections)/(?:.+/|)types[.]|^lib/(?:core/audience|manifest)[.]' },
  ),
  forbid(
    'mails-are-data',
    'emails/<event>.ts turns data into a mail: no reads, no writes',
    { path: `${VOCABULARY_FOLDER}emails/` },
    {
      path: LOCAL,
      pathNot:
        '^lib/$1/(?:.+/|)(?:types[.]|paths[.]|emails/)|^lib/(?:mail|i18n)/|^lib/core/(?:clock|paths|secret|text)[.]',
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
    'only core/db and queries, commands, steps, jobs, privacy, fragments know the generated client',
    {
      pathNot:
        '^lib/core/db[.]|^lib/(?:manifest|fragments)[.]|^lib/[^/]+/(?:.+/|)(?:queries|commands|steps|jobs|privacy|fragments)[.]|^lib/testing/|^prisma/',
    },
    { path: '^prisma/generated/|^@prisma/client' },
  ),
];
