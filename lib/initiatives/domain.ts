import { defineDomain } from '@/lib/manifest';
import { INITIATIVES_EVENTS } from './events';
import { initiativesPaths } from './paths';
import { INITIATIVES_TAGS } from './tags';

/** Support requests and groups. */
export const initiatives = defineDomain({
  name: 'initiatives',
  reads: ['network', 'outreach'],
  paths: initiativesPaths,
  words: {
    namespaces: [
      'initiatives',
      'initiatives-audit',
      'initiatives-groups',
      'initiatives-mail',
      'initiatives-office',
      'initiatives-person',
    ],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [
      {
        place: 'support',
        path: initiativesPaths.supportOverview(),
        label: 'initiatives.nav.public',
        order: 50,
      },
    ],
    footer: [],
    office: [
      {
        place: 'requests',
        path: initiativesPaths.teamRequests(),
        label: 'initiatives.nav.office',
        group: 'daily',
        order: 30,
      },
      {
        place: 'initiatives',
        path: initiativesPaths.teamGroups(),
        label: 'initiatives.nav.groups',
        group: 'residents',
        order: 50,
      },
    ],
  },
  rights: async () => (await import('./access')).INITIATIVE_RIGHTS,
  tags: INITIATIVES_TAGS,
  audit: {
    events: INITIATIVES_EVENTS,
    kinds: { requests: ['supportRequest', 'initiative'] },
    paths: {
      request: ({ number }) => initiativesPaths.teamRequest(number),
      initiative: ({ id }) => initiativesPaths.teamGroup(id),
    },
    standing: [],
  },
  retention: {
    requests: {
      label: 'initiatives.retention.requests',
      keep: async () => (await import('./privacy')).forgetOldRequests(),
    },
  },
  catchUp: [],
  jobs: {},
  cases: [
    {
      byNumber: async (number) => (await import('./queries')).stateOfNumber(number),
      byKey: async (key) => (await import('./own/queries')).pathOfKey(key),
    },
  ],
  register: async () => (await import('./register')).initiativesData,
  ownData: async (actor) => (await import('./own-data')).listOwn(actor),
  leaving: async () => ({ remains: { proposals: ['SupportRequest', 'SupportStep'] } }),
  waits: {
    request: {
      path: ({ number }) => initiativesPaths.teamRequest(number),
      words: 'initiatives-office.waits.request',
      numbered: true,
    },
  },
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: [],
  taskThings: {
    request: {
      label: 'initiatives-office.taskThing',
      path: ({ number }) => initiativesPaths.teamRequest(number),
      ofResidents: true,
    },
  },
  fragments: async () => (await import('./fragments')).initiativesFragments,
  acts: async () => (await import('./acts')).initiativesActs,
});
