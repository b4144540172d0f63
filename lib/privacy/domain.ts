import { defineDomain, nothing } from '@/lib/manifest';
import { privacyPaths } from './paths';

/** What is known of somebody, and what is forgotten. */
export const privacy = defineDomain({
  name: 'privacy',
  reads: [],
  paths: privacyPaths,
  words: {
    namespaces: ['privacy'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: nothing.navigation,
  rights: nothing.rights,
  tags: nothing.tags,
  audit: nothing.audit,
  retention: {
    foundations: {
      label: 'privacy.retention.foundations',
      keep: async () => (await import('./jobs')).sweepHourly(),
    },
  },
  catchUp: [async () => (await import('./jobs')).sweepHourly()],
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
