import { accountsPaths } from '@/lib/accounts/paths';
import { defineDomain, nothing } from '@/lib/manifest';

/** The first page of the office. */
export const office = defineDomain({
  name: 'office',
  reads: ['calendar'],
  paths: {},
  words: {
    namespaces: ['office'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'today',
        path: accountsPaths.team(),
        label: 'office.nav.office',
        group: 'daily',
        order: 10,
      },
    ],
  },
  rights: async () => (await import('./access')).OFFICE_RIGHTS,
  tags: nothing.tags,
  audit: nothing.audit,
  retention: {},
  catchUp: [],
  jobs: {},
  cases: [],
  register: nothing.register,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: nothing.fragments,
  acts: nothing.acts,
});
