/**
 * The closed lists of the house: what may lie where. Which domains there are and which of them reads which
 * is said by their manifests (`arrows.mjs`); no domain is named here.
 */

/** Know settings, people, mail and paper, but no domain; they may read core and each other. */
export const FOUNDATIONS = [
  'settings',
  'i18n',
  'mail',
  'jobs',
  'files',
  'print',
  'audit',
  'accounts',
  'operation',
  'cases',
];

/** Loop over all domains; no domain reads them. */
export const AGGREGATORS = ['tasks', 'calendar', 'reports', 'privacy', 'office'];

/**
 * Counts and explains elections and knows nobody: no database, no domain, no person. Rooms with the
 * files each may hold; `''` is the folder itself. Node, a browser and strangers read most of them as
 * they are.
 */
export const ELECTIONS = {
  '': ['types'],
  // Each way of counting for itself, and what several of them need.
  methods: [
    ...['count', 'condorcet', 'equal-shares', 'greedy', 'phragmen', 'plurality', 'runoff'],
    'transferable',
    ...['fraction', 'horizon', 'piles', 'preferences', 'purchases', 'purses', 'standing'],
    'supporters',
  ],
  // Elections as others write them down, read; and what these forms share.
  files: [
    ...['blt', 'pabulib', 'rankings'],
    ...['blt-words', 'file-fault', 'json-places', 'pabulib-sections', 'pabulib-votes'],
  ],
  // A poll of ours, counted, and everything a result keeps.
  results: ['types', 'tally', 'election', 'duels', 'further', 'purses', 'shown'],
  // Why it came out like this, as keys of sentences.
  explained: [
    ...['types', 'methods', 'counting-words', 'ties', 'turnout'],
    ...['reasons', 'reasons-budget', 'reasons-ranking', 'reasons-votes'],
  ],
  // The ballots of a poll as everybody may have them, and their checksum.
  published: ['publication', 'blt', 'csv', 'pabulib', 'chain'],
  // Counting again: in the browser, and the second programs, each one file that strangers take along.
  recount: ['types', 'compare', 'recount', 'table'],
};

/** Folders of lib that follow no vocabulary of their own. */
export const FREE_FOLDERS = ['server', 'testing', 'tooling', 'i18n', 'mail'];

export const CORE_FILES = [
  'arrival',
  'answered-form',
  'audience',
  'clock',
  'contact',
  'code-look-up',
  'crypto',
  'data-folder',
  'database-pool',
  'day',
  'db',
  'each-alone',
  'env',
  'env-files',
  'env-mail',
  'env-secrets',
  'env-value',
  'error-facts',
  'folded',
  'errors',
  'form-action',
  'form-files',
  'form-state',
  'fresh-form',
  'kept-line',
  'log',
  'lost-connection',
  'page-cache',
  'money',
  'pages',
  'paths',
  'network-address',
  'office-time',
  'own-frame',
  'process-state',
  'program-action',
  'rate-limit',
  'reach',
  'result',
  'row-id',
  'said',
  'secret',
  'smtp',
  'tags',
  'text',
  'tokens',
  'turns',
  'typed',
  'uuid',
  'version',
  'walled',
  'walled-url',
];

/** The files a domain folder may hold, besides `emails/<event>.ts` and tests. */
export const VOCABULARY = [
  'domain',
  'paths',
  'register',
  'events',
  'tags',
  'fragments',
  'acts',
  'figures',
  'own-data',
  'access',
  'rules',
  'policy',
  'schema',
  'types',
  'queries',
  'commands',
  'steps',
  'samples',
  'rows',
  'tried',
  'granted',
  'demo',
  'jobs',
  'privacy',
];

/** Formats a domain may read or write; each is a pure codec. */
export const CODECS = ['csv', 'geojson', 'html', 'ics', 'rrule', 'text'];

/** Names beyond the vocabulary that a folder needs for the one thing only it does. */
export const EXTRA_FILES = {
  // Whoever counsels proves it by a cookie of its own, and another browser keeps what was just entered for somebody.
  appointments: ['cookie', 'entered', 'wall'],
  audit: ['book'],
  accounts: [
    'actor',
    'auth',
    'command',
    'cookie',
    'form-action',
    'page-guard',
    'program-action',
    'right',
  ],
  cases: ['fields', 'keys', 'look-up'],
  files: ['storage', 'incoming', 'folder', 'bucket', 'picture'],
  jobs: ['worker', 'presence'],
  // A worker goes to browsers as one file of its own.
  outreach: ['own-id', 'worker'],
  print: ['answer', 'compiler', 'errors', 'letters', 'pdf', 'press', 'qr', 'typst'],
  settings: ['workdays', 'holidays'],
  // Whom tasks are given to and what they are about is read by what shows them and by what writes them.
  tasks: ['people', 'things'],
  // The box in the office is a device with a cookie of its own; the record of a count is long.
  voting: ['cookie', 'counter', 'details', 'thread'],
};

export const TOP_LEVEL = [
  'app',
  'components',
  'e2e',
  'lib',
  'prisma',
  'package.json',
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'README.md',
  'LICENSE',
  '.gitignore',
  '.dockerignore',
  '.ci',
  'Dockerfile',
  'compose.yaml',
  'next-env.d.ts',
  'instrumentation.ts',
  'proxy.ts',
];

/** Made by tools and kept out of the repository. */
export const NOT_IN_REPOSITORY = [
  '.git',
  '.next',
  '.data',
  'node_modules',
  'tsconfig.tsbuildinfo',
  'test-results',
  'playwright-report',
];

export const APP_GROUPS = ['(public)', '(act)', '(account)', '(team)', '(partner)'];

/** Names Next.js gives a meaning, plus `actions`: pages compose, everything else lives elsewhere. */
export const APP_FILES = [
  'page.tsx',
  'layout.tsx',
  'actions.ts',
  'route.ts',
  'error.tsx',
  'global-error.tsx',
  'not-found.tsx',
  'global-not-found.tsx',
  'globals.css',
  'acting.css',
  'office.css',
  'icon.svg',
  'robots.ts',
  'sitemap.ts',
];

/** Ties the domains' background work together; directly in app, started by instrumentation.ts. */
export const APP_WIRING = ['background-work.ts', 'catch-up.ts', 'sweep.ts'];

/** The frame around every page and what two parts of the site draw alike; directly in app/[locale]. */
export const APP_FRAME = ['page-title.ts', 'shell.tsx', 'shell-parts.tsx'];

/** What a domain looks like lives under the domain's name; these four know no domain. */
export const PLAIN_COMPONENTS = ['ui', 'form', 'layout', 'brand'];

/** What is drawn of those that are no domains. */
export const OTHER_COMPONENTS = [...AGGREGATORS, 'accounts', 'audit', 'settings', 'home'];

/**
 * Whose pages name domains one by one, because somebody composed them by hand: the first page of the site,
 * what somebody may begin with, the office's first page. No mechanism, so nothing has to be added here.
 */
export const COMPOSED_BY_HAND = {
  home: ['forum', 'voting', 'proposals', 'counselling', 'calendar'],
  accounts: ['forum', 'voting', 'proposals', 'initiatives', 'privacy'],
  office: ['forum'],
};
