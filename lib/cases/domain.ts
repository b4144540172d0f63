import { defineDomain, nothing } from '@/lib/manifest';
import { casesPaths } from './paths';

/** What everything has that somebody hands in: number, code, history, a promise to answer. */
export const cases = defineDomain({
  name: 'cases',
  reads: [],
  paths: casesPaths,
  words: {
    namespaces: ['cases'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: nothing.navigation,
  rights: async () => (await import('./access')).CASE_RIGHTS,
  tags: nothing.tags,
  audit: nothing.audit,
  retention: {},
  catchUp: [async () => (await import('./telling/jobs')).resumeTellings()],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).casesData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: nothing.fragments,
  acts: nothing.acts,
});
