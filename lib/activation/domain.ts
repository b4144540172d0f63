import type { Jobs } from '@/lib/jobs/types';
import { defineDomain, nothing } from '@/lib/manifest';
import { ACTIVATION_EVENTS } from './events';
import { activationPaths } from './paths';
import { ACTIVATION_TAGS } from './tags';

declare module '@/lib/jobs/types' {
  interface Jobs {
    'tell-invited': { tellingId: string };
  }
}

/** The book of methods: what the office tries so that people take part, and what it learns. */
export const activation = defineDomain({
  name: 'activation',
  reads: ['outreach', 'proposals'],
  paths: activationPaths,
  words: {
    namespaces: [
      'activation',
      'activation-audit',
      'activation-compare',
      'activation-evaluation',
      'activation-formats',
      'activation-inviting',
      'activation-photos',
      'activation-surveys',
      'activation-trials',
    ],
    load: (locale, namespace) => import(`./words/${locale}/${namespace}.json`),
  },
  navigation: {
    public: [],
    footer: [
      {
        path: activationPaths.tried(),
        label: 'activation.nav.public',
        offered: async () => (await import('./queries')).isAnythingTold(),
        order: 46,
      },
    ],
    office: [
      {
        place: 'activation',
        path: activationPaths.teamFormats(),
        label: 'activation.nav.office',
        group: 'residents',
        order: 36,
      },
    ],
  },
  rights: async () => (await import('./access')).ACTIVATION_RIGHTS,
  tags: ACTIVATION_TAGS,
  audit: {
    events: ACTIVATION_EVENTS,
    kinds: { activation: ['activationFormat', 'activationTrial', 'activationSurvey'] },
    paths: {
      activationFormat: ({ id }) => activationPaths.teamFormat(id),
      activationTrial: ({ id }) => activationPaths.teamTrial(id),
      activationSurvey: ({ id }) => activationPaths.teamSurvey(id),
    },
    standing: [],
  },
  retention: {
    activation: {
      label: 'activation.retention',
      keep: async () => (await import('./privacy')).forgetOldActivation(),
    },
  },
  catchUp: [],
  jobs: {
    'tell-invited': async (_who, { tellingId }: Jobs['tell-invited']) =>
      (await import('./inviting/jobs')).tellInvited(tellingId),
  },
  cases: [],
  register: async () => (await import('./register')).activationData,
  ownData: nothing.ownData,
  leaving: nothing.leaving,
  waits: {
    activationTrial: {
      path: () => activationPaths.teamFormats(),
      words: 'activation.waits.trial',
      numbered: false,
      counted: true,
    },
    activationSurvey: {
      path: () => activationPaths.teamSurveys(),
      words: 'activation.waits.survey',
      numbered: false,
      counted: true,
    },
  },
  figures: async (asked) => (await import('./figures')).figuresOf(asked),
  dates: nothing.dates,
  taskThings: nothing.taskThings,
  fragments: async () => (await import('./fragments')).activationFragments,
  acts: async () => (await import('./acts')).activationActs,
});
