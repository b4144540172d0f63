import { AGGREGATORS } from './checks/folders.mjs';
import { any, below, forbid, LOCAL, vocabularyFolder } from './direction-parts.mjs';

/** What each file of a domain folder may import. @param {string[]} domains */
export const vocabularyOf = (domains) => [
  ...ofEachFile(vocabularyFolder(domains)),
  ...ofDomains(domains),
];

/** @param {string} folder of any of them */
const ofEachFile = (folder) => [
  forbid(
    'rules-are-pure',
    'rules.ts imports own types, core/audience, core/contact, core/day, core/folded, core/money, core/pages, core/result, core/typed, the rules of cases and lib/elections; Temporal is the only package, time is an argument',
    { path: `${folder}rules[.]` },
    {
      pathNot:
        '^lib/$1/(?:.+/|)(?:types|rules)[.]|^lib/elections/|^lib/cases/(?:rules|types|fields)[.]|^lib/core/(?:audience|contact|day|folded|money|pages|result|typed)[.]|^temporal-polyfill$',
    },
  ),
  forbid(
    'policies-are-pure',
    'policy.ts imports own types and rules, the type Actor and what people may do in general',
    { path: `${folder}policy[.]` },
    {
      pathNot: '^lib/$1/(?:.+/|)(?:types|rules|policy)[.]|^lib/accounts/(?:actor|types|policy)[.]',
    },
  ),
  forbid(
    'schemas-are-pure',
    'schema.ts imports zod, Temporal, core/day, core/money, core/reach, own types and rules, files/schema, lib/elections: it runs in the browser too',
    { path: `${folder}schema[.]` },
    {
      pathNot:
        '^lib/$1/(?:.+/|)(?:types|rules|schema)[.]|^lib/elections/|^lib/cases/fields[.]|^lib/files/schema[.]|^lib/core/(?:day|money|reach|text|typed|form-state)[.]|^(?:zod|temporal-polyfill)$',
    },
  ),
  forbid(
    'types-import-nothing',
    'types.ts holds read models; it imports at most types of its own domain, of elections, of manifests and who reads a text',
    { path: `${folder}types[.]` },
    { pathNot: '^lib/(?:$1|elections)/(?:.+/|)types[.]|^lib/(?:core/audience|manifest)[.]' },
  ),
  forbid(
    'mails-are-data',
    'emails/<event>.ts turns data into a mail: no reads, no writes',
    { path: `${folder}emails/` },
    {
      path: LOCAL,
      pathNot:
        '^lib/$1/(?:.+/|)(?:types[.]|paths[.]|emails/)|^lib/(?:mail|i18n)/|^lib/core/(?:clock|paths|secret|text)[.]',
    },
  ),
];

/** @param {string[]} domains */
const ofDomains = (domains) => [
  forbid(
    'background-and-privacy-keep-to-their-domain',
    'jobs.ts and privacy.ts of a domain speak for that domain only',
    { path: `^lib/(${domains.join('|')})/(?:.+/|)(?:jobs|privacy)[.]` },
    { path: below(domains), pathNot: '^lib/$1/' },
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
      path: `^lib/(${[...domains, ...AGGREGATORS].join('|')})/(?:.+/|)(?:csv|geojson|ics)[.]`,
    },
    {
      path: LOCAL,
      pathNot: `^lib/$1/(?:.+/|)${any(['types', 'rules'])}[.]|^lib/core/(?:clock|text|result)[.]`,
    },
  ),
  forbid(
    'the-database-client-stays-in-the-data-layer',
    'only core/db and queries, commands, steps, jobs, privacy, fragments, samples know the generated client',
    {
      pathNot:
        '^lib/core/db[.]|^lib/(?:manifest|fragments)[.]|^lib/[^/]+/(?:.+/|)(?:queries|commands|steps|jobs|privacy|fragments|samples)[.]|^lib/testing/|^prisma/',
    },
    { path: '^prisma/generated/|^@prisma/client' },
  ),
];
