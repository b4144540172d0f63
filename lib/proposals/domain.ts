import type { Jobs } from '@/lib/jobs/types';
import { defineDomain } from '@/lib/manifest';
import { PROPOSALS_EVENTS } from './events';
import { proposalsPaths } from './paths';
import { PROPOSALS_TAGS } from './tags';

declare module '@/lib/jobs/types' {
  interface Jobs {
    'tell-supporters': { tellingId: string };
    'tell-along': { tellingId: string };
    'question-sent': { mailId: string };
  }
}

/** Ideas of residents and what became of them. */
export const proposals = defineDomain({
  name: 'proposals',
  reads: ['network', 'outreach'],
  paths: proposalsPaths,
  words: {
    namespaces: [
      'proposals',
      'proposals-audit',
      'proposals-card',
      'proposals-intake',
      'proposals-mail',
      'proposals-notes',
      'proposals-office',
      'proposals-person',
      'proposals-waits',
      'proposals-signatures',
      'proposals-statements',
    ],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [
      {
        place: 'proposals',
        path: proposalsPaths.proposals(),
        label: 'proposals.nav.public',
        order: 10,
      },
    ],
    footer: [{ path: proposalsPaths.numberLookup(), label: 'proposals.nav.footer', order: 20 }],
    office: [
      {
        place: 'proposals',
        path: proposalsPaths.teamProposals(),
        label: 'proposals.nav.office',
        group: 'daily',
        order: 20,
      },
    ],
  },
  rights: async () => (await import('./access')).PROPOSAL_RIGHTS,
  tags: PROPOSALS_TAGS,
  audit: {
    events: PROPOSALS_EVENTS,
    kinds: { proposals: ['proposal', 'statement', 'signatures'] },
    paths: {
      proposal: ({ number }) => proposalsPaths.teamProposal(number),
      signatureList: ({ number }) => proposalsPaths.teamSignatures(number),
    },
    standing: [],
  },
  retention: {
    proposals: {
      label: 'proposals.retention.proposals',
      keep: async () => (await import('./privacy')).forgetOldProposals(),
    },
  },
  catchUp: [async (who) => (await import('./review/asking/jobs')).followSentQuestions(who)],
  jobs: {
    'tell-supporters': async (_who, { tellingId }: Jobs['tell-supporters']) =>
      (await import('./review/telling/jobs')).tellSupportersOf(tellingId),
    'tell-along': async (_who, { tellingId }: Jobs['tell-along']) =>
      (await import('./review/along/jobs')).tellAlongOf(tellingId),
    'question-sent': async (who, { mailId }: Jobs['question-sent']) =>
      (await import('./review/asking/jobs')).noteQuestionSent(who, mailId),
  },
  cases: [
    {
      byNumber: async (number) => (await import('./own/queries')).stateOfNumber(number),
      byKey: async (key) => (await import('./own/queries')).pathOfKey(key),
    },
  ],
  register: async () => (await import('./register')).proposalsData,
  ownData: async (actor) => (await import('./own-data')).listOwn(actor),
  leaving: async () => (await import('./supporting/privacy')).proposalsLeaving,
  waits: {
    proposal: {
      path: ({ number }) => proposalsPaths.teamProposal(number),
      words: 'proposals-waits.waits.proposal',
      numbered: true,
    },
    unanswered: {
      path: ({ number }) => proposalsPaths.teamProposal(number),
      words: 'proposals-waits.waits.unanswered',
      numbered: true,
      saysWhy: true,
      agreed: true,
    },
    askedLong: {
      path: ({ number }) => proposalsPaths.teamProposal(number),
      words: 'proposals-waits.waits.askedLong',
      numbered: true,
    },
    unsent: {
      path: ({ number }) => proposalsPaths.teamProposal(number, 'send'),
      words: 'proposals-waits.waits.unsent',
      numbered: true,
      saysWhy: true,
    },
    handover: {
      path: ({ number }) => proposalsPaths.teamProposal(number, 'remind'),
      words: 'proposals-waits.waits.handover',
      numbered: true,
      saysWhy: true,
      agreed: true,
    },
  },
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: [],
  taskThings: {
    proposal: {
      label: 'proposals-office.taskThing',
      path: ({ number }) => proposalsPaths.teamProposal(number),
      ofResidents: true,
    },
  },
  fragments: async () => (await import('./fragments')).proposalsFragments,
  acts: async () => (await import('./acts')).proposalsActs,
});
