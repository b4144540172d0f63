import type { PersonalDataRegister } from '@/lib/manifest';

export const activationData = {
  ActivationFormat: {
    purpose: 'A way to activate people, what it is for, how it goes and what was decided about it',
    retention: 'stays, it is what was learnt',
    personal: [],
    sensitive: [],
    neutral: [
      ...['id', 'name', 'shortDescription', 'goal', 'targetGroups', 'procedure', 'preparation'],
      ...['duration', 'frequency', 'chances', 'risks', 'materials', 'costCents', 'accessibility'],
      ...['edition', 'followsId', 'state', 'reason', 'decidedAt', 'decidedBy', 'published'],
      ...['publicName', 'publicText', 'publicLearnt', 'version', 'createdAt'],
    ],
  },
  ActivationTrial: {
    purpose: 'When a format was tried and how many people came, without anybody in it',
    retention: 'stays; what people said there is emptied 12 months after its day',
    personal: [],
    sensitive: [],
    neutral: [
      ...['id', 'formatId', 'day', 'districtId', 'ranBy', 'reached', 'firstTimers', 'costCents'],
      ...['staffMinutes', 'weather', 'quotes', 'proposals', 'proposalNumbers', 'version'],
    ],
  },
  ActivationEvaluation: {
    purpose: 'What came of the trials of a format',
    retention: 'stays, it is what was learnt',
    personal: [],
    sensitive: [],
    neutral: ['formatId', 'goalReached', 'whatWorked', 'whatToChange', 'evaluatedAt'],
  },
} satisfies PersonalDataRegister;
