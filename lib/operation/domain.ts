import { defineDomain, nothing } from '@/lib/manifest';
import { operationPaths } from './paths';

/** How the house is doing. */
export const operation = defineDomain({
  name: 'operation',
  reads: [],
  paths: operationPaths,
  words: {
    namespaces: ['operation'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'operation',
        path: operationPaths.teamOperation(),
        label: 'operation.nav.office',
        group: 'office',
        order: 50,
      },
    ],
  },
  rights: async () => (await import('./access')).OPERATION_RIGHTS,
  tags: nothing.tags,
  audit: nothing.audit,
  retention: {},
  catchUp: [],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).operationData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {
    retention: {
      path: () => operationPaths.teamOperation(),
      words: 'operation.waits.retention',
      numbered: false,
      counted: true,
    },
  },
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: async () => (await import('./fragments')).operationFragments,
  acts: nothing.acts,
});
