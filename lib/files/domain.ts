import { defineDomain, nothing } from '@/lib/manifest';

/** The store for what people bring. */
export const files = defineDomain({
  name: 'files',
  reads: [],
  paths: {},
  words: {
    namespaces: ['files'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: nothing.navigation,
  rights: nothing.rights,
  tags: nothing.tags,
  audit: nothing.audit,
  retention: {
    files: {
      label: 'files.retention.files',
      keep: async () => (await import('./jobs')).sweepFiles(),
    },
  },
  catchUp: [],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).filesData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: nothing.fragments,
  acts: nothing.acts,
});
