import { AGGREGATORS, DOMAINS, FOUNDATIONS, PLAIN_COMPONENTS } from './checks/folders.mjs';

/** @param {string[]} names */
export const any = (names) => `(?:${names.join('|')})`;

export const DOMAIN = `^lib/${any(DOMAINS)}/`;
export const UPPER = `^lib/${any([...DOMAINS, ...AGGREGATORS])}/`;
export const PLAIN = `^components/${any(PLAIN_COMPONENTS)}/`;
/** Files directly in app tie the domains' background work together; no page may import them. */
export const WIRING = '^app/[^/]+[.]js$';
/** What every page is framed by. */
export const FRAME = '^app/[[]locale]/(?:shell|shell-parts|page-title)[.]js$';
/** Folders in round brackets hold the pages of one area: the office, partners, residents. */
export const GROUP = '^app/(?:.+/|)[(]';
export const NOT_FOR_LIB = '^(?:app|components|e2e|lib/server|lib/testing|lib/tooling)/';
export const LOCAL = '^(?:app|components|e2e|lib|prisma)/';
export const VOCABULARY_FOLDER = `^lib/(${[...DOMAINS, ...AGGREGATORS, ...FOUNDATIONS].join('|')})/(?:.+/|)`;

/**
 * @param {string} name
 * @param {string} comment the sentence shown to whoever breaks the rule
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
export const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
