import { defineDomain, nothing } from '@/lib/manifest';
import { COUNSELLING_EVENTS } from './events';
import { counsellingPaths } from './paths';
import { COUNSELLING_TAGS } from './tags';

/** What everybody may read about counselling. */
export const counselling = defineDomain({
  name: 'counselling',
  reads: [],
  paths: counsellingPaths,
  words: {
    namespaces: ['counselling', 'counselling-audit', 'counselling-topics'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [
      {
        place: 'counselling',
        path: counsellingPaths.counselling(),
        label: 'counselling.nav.public',
        offered: async () => (await import('./queries')).isOffered(),
        order: 60,
      },
    ],
    footer: [],
    office: [
      {
        place: 'topics',
        path: counsellingPaths.teamTopics(),
        label: 'counselling-topics.nav.office',
        group: 'residents',
        order: 60,
      },
    ],
  },
  rights: async () => (await import('./access')).COUNSELLING_RIGHTS,
  tags: COUNSELLING_TAGS,
  audit: {
    events: COUNSELLING_EVENTS,
    kinds: { counselling: ['counsellingTopic'] },
    paths: { counsellingTopic: ({ id }) => counsellingPaths.teamTopic(id) },
    standing: [],
  },
  retention: {
    topics: {
      label: 'counselling-topics.retention',
      keep: async () => (await import('./privacy')).forgetOldTopics(),
    },
  },
  catchUp: [],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).counsellingData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {
    counsellingTopic: {
      path: ({ detail }) => counsellingPaths.teamTopic(detail),
      words: 'counselling-topics.waits.topic',
      numbered: false,
    },
  },
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: async () => (await import('./fragments')).counsellingFragments,
  acts: async () => (await import('./acts')).counsellingActs,
});
