import type { Jobs } from '@/lib/jobs/types';
import { defineDomain, nothing } from '@/lib/manifest';
import { VOTING_EVENTS } from './events';
import { votingPaths } from './paths';
import { VOTING_TAGS } from './tags';

declare module '@/lib/jobs/types' {
  interface Jobs {
    'open-poll': { pollId: string };
    'seal-poll': { pollId: string };
    'count-poll': { pollId: string };
    'remind-poll': { pollId: string };
    'tell-poll-closes': { tellingId: string };
    'tell-poll-stopped': { tellingId: string };
  }
}

/** Polls, from the draft to the published record. */
export const voting = defineDomain({
  name: 'voting',
  reads: ['outreach', 'proposals'],
  paths: votingPaths,
  words: {
    namespaces: [
      'counting',
      'record',
      'reminders',
      'voting',
      'voting-audit',
      'voting-ballot',
      'voting-desk',
      'voting-drafts',
      'voting-methods',
      'voting-office',
      'voting-print',
      'voting-result',
    ],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [{ place: 'polls', path: votingPaths.polls(), label: 'voting.nav.public', order: 30 }],
    footer: [],
    office: [
      {
        place: 'polls',
        path: votingPaths.teamPolls(),
        label: 'voting.nav.office',
        group: 'residents',
        order: 20,
      },
    ],
  },
  rights: async () => (await import('./access')).VOTING_RIGHTS,
  tags: VOTING_TAGS,
  audit: {
    events: VOTING_EVENTS,
    kinds: { polls: ['poll'], people: ['forumRight'] },
    paths: {
      poll: ({ number }) => votingPaths.teamPoll(number),
    },
    standing: [],
  },
  retention: {
    rolls: {
      label: 'voting.retention.rolls',
      keep: async () => (await import('./jobs')).forgetRolls(),
    },
    makers: {
      label: 'voting.retention.makers',
      keep: async () => (await import('./jobs')).forgetPollMakers(),
    },
  },
  catchUp: [
    async (who) => (await import('./commands')).sealForgottenPolls(who),
    async () => (await import('./count/jobs')).countForgottenPolls(),
    async (who) => (await import('./tell/proposals/commands')).followDueOpenings(who),
    async () => (await import('./tell/reminders/jobs')).remindOfDuePolls(),
  ],
  jobs: {
    'open-poll': async (who, { pollId }: Jobs['open-poll']) =>
      (await import('./tell/proposals/commands')).followOpening(who, pollId),
    'seal-poll': async (who, { pollId }: Jobs['seal-poll']) =>
      (await import('./commands')).sealPoll(who, pollId),
    'count-poll': async (who, { pollId }: Jobs['count-poll']) =>
      (await import('./count/commands')).countPoll(who, pollId),
    'tell-poll-closes': async (_who, { tellingId }: Jobs['tell-poll-closes']) =>
      (await import('./tell/reminders/jobs')).tellPollCloses(tellingId),
    'tell-poll-stopped': async (_who, { tellingId }: Jobs['tell-poll-stopped']) =>
      (await import('./stop/jobs')).tellPollStopped(tellingId),
    'remind-poll': async (_who, { pollId }: Jobs['remind-poll']) =>
      (await import('./tell/reminders/jobs')).remindOfPoll(pollId),
  },
  cases: [],
  register: async () => (await import('./register')).votingData,
  ownData: async (actor) => (await import('./own-data')).listOwn(actor),
  leaving: async () => (await import('./privacy')).votingLeaving,
  waits: {
    // Polls have numbers of their own, which nobody looks up.
    check: {
      path: ({ number }) => votingPaths.teamPollCheck(number),
      words: 'voting-office.waits.check',
      numbered: false,
    },
    stop: {
      path: ({ number }) => votingPaths.teamPollLater(number),
      words: 'voting-office.waits.stop',
      numbered: false,
    },
    poll: {
      path: ({ number }) => votingPaths.teamPoll(number),
      words: 'voting-office.waits.poll',
      numbered: false,
      ahead: true,
    },
    count: {
      path: ({ number }) => votingPaths.counting(number),
      words: 'voting-office.waits.count',
      numbered: false,
      saysWhy: true,
    },
  },
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: async () => (await import('./fragments')).votingFragments,
  acts: async () => (await import('./acts')).votingActs,
});
