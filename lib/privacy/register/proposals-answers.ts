import type { PersonalDataRegister } from '../types';

export const proposalsAnswersData = {
  ProposalSupport: {
    purpose: '"Das ist mir auch wichtig": one per person',
    retention: 'until 6 months after closing',
    personal: ['userId'],
    sensitive: [],
    neutral: ['id', 'proposalId'],
  },
  Handover: {
    purpose: 'A question put to the body responsible, with the date agreed for its answer',
    retention: 'with the proposal',
    personal: [],
    sensitive: [],
    neutral: ['id', 'proposalId', 'partnerId', 'question', 'sentAt', 'answerDueAt', 'closedAt'],
  },
  Statement: {
    purpose: 'What the responsible body answered; the original text stays beside the plain version',
    retention: 'with the proposal',
    personal: [],
    sensitive: [],
    neutral: ['id', 'proposalId', 'partnerId', 'result', 'text', 'plainText', 'receivedAt'],
  },
} satisfies PersonalDataRegister;
