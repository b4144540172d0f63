import type { Jobs } from '@/lib/jobs/types';
import { defineDomain, nothing } from '@/lib/manifest';
import { MAIL_EVENTS } from './events';
import { mailPaths } from './paths';

declare module '@/lib/jobs/types' {
  interface Jobs {
    'send-mail': { mailId: string };
    /** Somebody sits before a page and waits for it: it never stands behind anything else. */
    'send-code': { mailId: string };
  }
}

/** Mails, calls and letters. */
export const mail = defineDomain({
  name: 'mail',
  reads: [],
  paths: mailPaths,
  words: {
    namespaces: ['mail', 'mail-audit'],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [],
    office: [
      {
        place: 'calls',
        path: mailPaths.teamCalls(),
        label: 'mail.nav.office',
        group: 'daily',
        order: 40,
      },
    ],
  },
  rights: async () => (await import('./access')).MAIL_RIGHTS,
  tags: nothing.tags,
  audit: {
    events: MAIL_EVENTS,
    kinds: { letters: ['mail', 'call'] },
    paths: {
      letters: () => mailPaths.teamCalls(),
    },
    standing: ['letters'],
  },
  retention: {
    mails: {
      label: 'mail.retention.mails',
      keep: async () => (await import('./jobs')).sweepMails(),
    },
  },
  catchUp: [async () => (await import('./catch-up')).queueForgottenMails()],
  jobs: {
    'send-mail': async (_who, { mailId }: Jobs['send-mail'], { isLastTry }) =>
      (await import('./jobs')).sendQueuedMail(mailId, isLastTry),
    'send-code': async (_who, { mailId }: Jobs['send-code'], { isLastTry }) =>
      (await import('./jobs')).sendQueuedMail(mailId, isLastTry),
  },
  cases: [],
  register: async () => (await import('./register')).mailData,
  ownData: async (actor) => (await import('./own-data')).listOwn(actor),
  leaving: async () => ({
    goes: { calls: ['CallListItem'] },
    remains: { mails: ['OutgoingMail'], calls: ['CallListItem'] },
  }),
  waits: {
    phone: {
      path: () => mailPaths.teamCalls(),
      words: 'mail.waits.phone',
      numbered: false,
      counted: true,
    },
    letter: {
      path: () => mailPaths.teamCalls(),
      words: 'mail.waits.letter',
      numbered: false,
      counted: true,
    },
    mail: {
      path: () => `${mailPaths.teamCalls()}#mails`,
      words: 'mail.waits.mail',
      numbered: false,
      counted: true,
    },
  },
  figures: nothing.figures,
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: async () => (await import('./fragments')).mailFragments,
  acts: nothing.acts,
});
