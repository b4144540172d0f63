import { defineDomain, nothing } from '@/lib/manifest';
import { SETTINGS_EVENTS } from './events';
import { settingsPaths } from './paths';
import { SETTINGS_TAGS } from './tags';

/** The office itself: its name, hours, districts, what it promises, and the pages about it. */
export const settings = defineDomain({
  name: 'settings',
  reads: [],
  paths: settingsPaths,
  words: {
    namespaces: ['settings', 'settings-audit', 'settings-own'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [
      { path: settingsPaths.easyLanguage(), label: 'settings.nav.easyLanguage', order: 30 },
      { path: settingsPaths.accessibility(), label: 'settings.nav.accessibility', order: 40 },
      { path: settingsPaths.privacy(), label: 'settings.nav.privacy', order: 50 },
      { path: settingsPaths.imprint(), label: 'settings.nav.imprint', order: 60 },
    ],
    office: [
      {
        place: 'settings',
        path: settingsPaths.teamSettings(),
        label: 'settings.nav.office',
        group: 'office',
        order: 60,
        adminOnly: true,
      },
    ],
  },
  rights: async () => (await import('./access')).SETTINGS_RIGHTS,
  tags: SETTINGS_TAGS,
  audit: {
    events: SETTINGS_EVENTS,
    kinds: { settings: ['settings'] },
    paths: {
      settings: () => settingsPaths.teamSettings(),
    },
    standing: ['settings'],
  },
  retention: {},
  catchUp: [
    async () => (await import('./jobs')).storeFormerLogos(),
    async () => (await import('./jobs')).forgetRemovedFunders(),
  ],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).settingsData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: nothing.fragments,
  acts: nothing.acts,
});
