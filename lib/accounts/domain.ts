import { defineDomain, nothing } from '@/lib/manifest';
import { ACCOUNTS_EVENTS } from './events';
import { accountsPaths } from './paths';
import { ACCOUNTS_TAGS } from './tags';

/** People, what they may, and how they sign in. */
export const accounts = defineDomain({
  name: 'accounts',
  reads: [],
  paths: accountsPaths,
  words: {
    namespaces: ['accounts', 'accounts-audit', 'people', 'profile'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'cards',
        path: accountsPaths.teamCards(),
        label: 'accounts.nav.cards',
        group: 'office',
        order: 20,
      },
      {
        place: 'people',
        path: accountsPaths.teamPeople(),
        label: 'accounts.nav.people',
        group: 'office',
        order: 30,
        adminOnly: true,
      },
    ],
  },
  rights: async () => ({
    ...(await import('./access')).ACCOUNT_RIGHTS,
    ...(await import('./cards/access')).CARD_RIGHTS,
    everybody: (await import('./right')).EVERYBODY,
  }),
  tags: ACCOUNTS_TAGS,
  audit: {
    events: ACCOUNTS_EVENTS,
    kinds: {
      people: ['person', 'role', 'invitation', 'account', 'second-factor', 'session'],
      cards: ['card', 'card-batch'],
    },
    paths: {
      person: ({ id }) => accountsPaths.teamPerson(id),
      invitation: () => accountsPaths.teamPeople(),
      cardBatch: () => accountsPaths.teamCards(),
      card: () => accountsPaths.teamCards(),
    },
    standing: ['invitation'],
  },
  retention: {
    accounts: {
      label: 'accounts.retention.accounts',
      keep: async () => (await import('./jobs')).sweepAccounts(),
    },
  },
  catchUp: [async () => (await import('./jobs')).forgetCodes()],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).accountsData,
  ownData: async (actor) => (await import('./own-data')).listOwn(actor),
  leaving: async () => ({
    goes: {
      account: ['RoleGrant', 'SignInCode', 'RecoveryCode', 'LinkedIdentity'],
      sessions: ['UserSession'],
    },
    remains: { records: ['Invitation'] },
  }),
  waits: {},
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: async () => (await import('./fragments')).accountsFragments,
  acts: nothing.acts,
});
