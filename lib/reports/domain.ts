import { accountsPaths } from '@/lib/accounts/paths';
import { defineDomain, nothing } from '@/lib/manifest';
import { reportsPaths } from './paths';

/** Figures for whoever pays. */
export const reports = defineDomain({
  name: 'reports',
  reads: [],
  paths: reportsPaths,
  words: {
    namespaces: ['reports'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'figures',
        path: accountsPaths.figures(),
        label: 'reports.nav.office',
        group: 'office',
        order: 10,
      },
    ],
  },
  rights: async () => (await import('./access')).REPORT_RIGHTS,
  tags: nothing.tags,
  audit: nothing.audit,
  retention: {},
  catchUp: [async () => (await import('./jobs')).closePeriods()],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).reportsData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: nothing.fragments,
  acts: nothing.acts,
});
