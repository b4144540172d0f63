import type { Jobs } from '@/lib/jobs/types';
import { defineDomain } from '@/lib/manifest';
import { FORUM_EVENTS } from './events';
import { forumPaths } from './paths';
import { FORUM_TAGS } from './tags';

declare module '@/lib/jobs/types' {
  interface Jobs {
    'tell-registered': { tellingId: string };
    'tell-moved-up': { tellingId: string };
    'tell-agenda': { tellingId: string };
    'tell-agenda-change': { tellingId: string };
  }
}

/** The Stadtteilforum: sessions, agenda, sign-ups, minutes, decisions. */
export const forum = defineDomain({
  name: 'forum',
  reads: ['outreach', 'proposals', 'voting'],
  paths: forumPaths,
  words: {
    namespaces: [
      'forum',
      'forum-audit',
      'forum-authors',
      'forum-office',
      'forum-person',
      'forum-raised',
      'forum-representation',
      'forum-seats',
      'forum-tasks',
    ],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [
      {
        place: 'forum',
        path: forumPaths.forum(),
        label: 'forum.nav.public',
        named: 'forumName',
        order: 20,
      },
    ],
    footer: [],
    office: [
      {
        place: 'forum',
        path: forumPaths.teamForum(),
        label: 'forum.nav.office',
        named: 'forumName',
        group: 'residents',
        order: 10,
      },
    ],
  },
  rights: async () => (await import('./access')).FORUM_RIGHTS,
  tags: FORUM_TAGS,
  audit: {
    events: FORUM_EVENTS,
    kinds: {
      forum: [
        'forumSession',
        'agendaItem',
        'moderation',
        'registration',
        'minutes',
        'decision',
        'forumTask',
      ],
    },
    paths: {
      forumSession: ({ number }) => forumPaths.teamForumSession(number),
      agendaItem: ({ number }) => forumPaths.teamForumAgenda(number),
      registration: ({ number }) => forumPaths.teamForumRegistrations(number),
      decision: ({ number }) => forumPaths.teamForumResult(number),
      forumTask: ({ number }) => forumPaths.teamForumResult(number),
    },
    standing: [],
  },
  retention: {
    registrations: {
      label: 'forum-office.retention.registrations',
      keep: async () => (await import('./registrations/privacy')).forgetOldRegistrations(),
    },
    moderators: {
      label: 'forum-office.retention.moderators',
      keep: async () => (await import('./sessions/privacy')).forgetOldModerators(),
    },
    struck: {
      label: 'forum-office.retention.struck',
      keep: async () => (await import('./sessions/privacy')).forgetStruckItems(),
    },
  },
  catchUp: [async () => (await import('./sessions/privacy')).forgetStruckItems()],
  jobs: {
    'tell-registered': async (_who, { tellingId }: Jobs['tell-registered']) =>
      (await import('./notices/jobs')).tellChangeOf(tellingId),
    'tell-moved-up': async (_who, { tellingId }: Jobs['tell-moved-up']) =>
      (await import('./notices/jobs')).tellNewSeatsOf(tellingId),
    'tell-agenda': async (_who, { tellingId }: Jobs['tell-agenda']) =>
      (await import('./authors/jobs')).tellAgendaOf(tellingId),
    'tell-agenda-change': async (_who, { tellingId }: Jobs['tell-agenda-change']) =>
      (await import('./authors/jobs')).tellAgendaChangeOf(tellingId),
  },
  cases: [
    {
      byNumber: async (number) => (await import('./registrations/queries')).stateOfNumber(number),
      byKey: async (key) => (await import('./registrations/queries')).pathOfKey(key),
    },
  ],
  register: async () => (await import('./register')).forumData,
  ownData: async (actor) => (await import('./own-data')).listOwn(actor),
  leaving: async () => (await import('./sessions/privacy')).forumLeaving,
  waits: {
    forumTask: {
      path: ({ number }) => forumPaths.teamForumResult(number),
      words: 'forum-tasks.waits.task',
      numbered: false,
    },
  },
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: [
    {
      kind: 'forum',
      label: 'forum.dates.kind',
      between: async (viewer, from, to) =>
        (await import('./dates/queries')).listPublicDates(viewer, from, to),
    },
  ],
  taskThings: {
    session: {
      label: 'forum-tasks.thing.session',
      path: ({ number }) => forumPaths.teamForumResult(number),
    },
    decision: {
      label: 'forum-tasks.thing.decision',
      path: ({ number }) => forumPaths.teamForumResult(number),
    },
  },
  fragments: async () => (await import('./fragments')).forumFragments,
  acts: async () => (await import('./acts')).forumActs,
});
