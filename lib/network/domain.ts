import { defineDomain, nothing } from '@/lib/manifest';
import { NETWORK_EVENTS } from './events';
import { networkPaths } from './paths';
import { NETWORK_TAGS } from './tags';

/** Authorities, clubs, companies and experts. */
export const network = defineDomain({
  name: 'network',
  reads: ['outreach'],
  paths: networkPaths,
  words: {
    namespaces: ['network', 'network-audit'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [{ path: networkPaths.guide(), label: 'network.nav.footer', order: 10 }],
    office: [
      {
        place: 'network',
        path: networkPaths.teamPartners(),
        label: 'network.nav.office',
        group: 'residents',
        order: 40,
      },
    ],
  },
  rights: async () => (await import('./access')).NETWORK_RIGHTS,
  tags: NETWORK_TAGS,
  audit: {
    events: NETWORK_EVENTS,
    kinds: { network: ['partner'] },
    paths: {
      partner: ({ id }) => networkPaths.teamPartner(id),
    },
    standing: [],
  },
  retention: {
    partners: {
      label: 'network.retention.partners',
      keep: async (who) => (await import('./commands')).restQuietPartners(who),
    },
  },
  catchUp: [],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).networkData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: {
    partner: { label: 'network.taskThing', path: ({ id }) => networkPaths.teamPartner(id) },
  },
  fragments: async () => (await import('./fragments')).networkFragments,
  acts: async () => (await import('./acts')).networkActs,
});
