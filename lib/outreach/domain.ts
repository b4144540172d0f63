import { defineDomain, nothing } from '@/lib/manifest';
import { OUTREACH_EVENTS } from './events';
import { outreachPaths } from './paths';
import { OUTREACH_TAGS } from './tags';

/** The office goes out: rounds, and what was met there in numbers. */
export const outreach = defineDomain({
  name: 'outreach',
  reads: [],
  paths: outreachPaths,
  words: {
    namespaces: [
      ...(['outreach', 'outreach-audit', 'outreach-contacts', 'outreach-device'] as const),
      ...(['outreach-rounds', 'outreach-statistics'] as const),
    ],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [
      {
        path: outreachPaths.whereWeAre(),
        label: 'outreach.nav.public',
        order: 45,
        offered: async () => (await import('./queries')).hasAnnouncedOnce(),
      },
    ],
    office: [
      {
        place: 'outreach',
        path: outreachPaths.teamRounds(),
        label: 'outreach.nav.office',
        group: 'residents',
        order: 35,
      },
    ],
  },
  rights: async () => (await import('./access')).OUTREACH_RIGHTS,
  tags: OUTREACH_TAGS,
  audit: {
    events: OUTREACH_EVENTS,
    kinds: { outreach: ['outreachRound', 'outreachCall'] },
    paths: { outreachRound: ({ id }) => outreachPaths.teamRound(id) },
    standing: [],
  },
  retention: {
    outreach: {
      label: 'outreach.retention',
      keep: async () => (await import('./privacy')).forgetOldOutreach(),
    },
  },
  catchUp: [async () => (await import('./statistics/jobs')).closeQuarters()],
  jobs: {},
  cases: [],
  register: async () => (await import('./register')).outreachData,
  ownData: nothing.ownData,
  leaving: async () => ({ goes: { account: ['OutreachWalker'] } }),
  waits: {
    outreachRound: {
      path: () => outreachPaths.teamRounds(),
      words: 'outreach.waits.round',
      numbered: false,
      counted: true,
    },
  },
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: [
    {
      kind: 'unterwegs',
      label: 'outreach.dates.kind',
      between: async (viewer, from, to) =>
        (await import('./dates/queries')).listPublicDates(viewer, from, to),
    },
  ],
  taskThings: {
    round: { label: 'outreach.taskThing', path: ({ id }) => outreachPaths.teamRound(id) },
  },
  fragments: async () => (await import('./fragments')).outreachFragments,
  acts: async () => (await import('./acts')).outreachActs,
});
