import { AGGREGATORS, FOUNDATIONS, PLAIN_COMPONENTS } from './checks/folders.mjs';

/** @param {string[]} names */
export const any = (names) => `(?:${names.join('|')})`;

/** @param {string[]} names */
export const below = (names) => `^lib/${any(names)}/`;

export const PLAIN = `^components/${any(PLAIN_COMPONENTS)}/`;
/** Files directly in app tie the domains' background work together; no page may import them. */
export const WIRING = '^app/[^/]+[.]js$';
/** What every page is framed by. */
export const FRAME = '^app/[[]locale]/(?:shell|shell-parts|page-title)[.]js$';
/** Folders in round brackets hold the pages of one area: the office, partners, residents. */
export const GROUP = '^app/(?:.+/|)[(]';
export const NOT_FOR_LIB = '^(?:app|components|e2e|lib/server|lib/testing|lib/tooling)/';
/** Makes rows for tests and the demo: of a domain, and none of the product's. */
export const SAMPLES = '^lib/[^/]+/(?:.+/|)(?:samples|rows|tried|demo)[.]';
export const LOCAL = '^(?:app|components|e2e|lib|prisma)/';

/** @param {string[]} domains */
export const vocabularyFolder = (domains) =>
  `^lib/(${[...domains, ...AGGREGATORS, ...FOUNDATIONS].join('|')})/(?:.+/|)`;

/**
 * @param {string} name
 * @param {string} comment the sentence shown to whoever breaks the rule
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
export const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
