import { defineDomain, nothing } from '@/lib/manifest';
import { counsellingPaths } from './paths';

/** What everybody may read about counselling. */
export const counselling = defineDomain({
  name: 'counselling',
  reads: [],
  paths: counsellingPaths,
  words: {
    namespaces: ['counselling'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [
      {
        place: 'counselling',
        path: counsellingPaths.counselling(),
        label: 'counselling.nav.public',
        offered: 'counselling',
        order: 60,
      },
    ],
    footer: [],
    office: [],
  },
  audit: nothing.audit,
  retention: {},
  catchUp: [],
  jobs: {},
  cases: [],
  register: nothing.register,
  ownData: nothing.ownData,
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  fragments: nothing.fragments,
});
