import type { PersonalDataRegister } from '../types';

export const votingData = {
  Poll: {
    purpose: 'A question put to the neighbours; its result is a recommendation',
    retention: 'permanent',
    personal: [],
    sensitive: [],
    neutral: [
      'id',
      'number',
      'question',
      'description',
      'easyText',
      'maxChoices',
      'districtId',
      'minAge',
      'proposalId',
      'decidedBy',
      'localOpens',
      'localCloses',
      'timeZone',
      'opensAt',
      'closesAt',
      'state',
      'frozenRule',
      'result',
      'sealedAt',
      'cancelledAt',
      'cancelReason',
    ],
  },
  PollOption: {
    purpose: 'One thing that can be chosen',
    retention: 'with the poll',
    personal: [],
    sensitive: [],
    neutral: ['id', 'pollId', 'position', 'label', 'note'],
  },
  RollEntry: {
    purpose:
      'The roll: who has voted in a poll, and nothing else (no time, no order, no way to the ballot)',
    retention: '30 days after the result',
    personal: ['userId'],
    sensitive: [],
    neutral: ['id', 'pollId'],
  },
  Ballot: {
    purpose: 'The ballot box: what was chosen, and nothing else (no person, no time, no order)',
    retention: 'permanent',
    personal: [],
    sensitive: [],
    neutral: ['id', 'pollId', 'choices'],
  },
  BallotReceipt: {
    purpose:
      'Receipts that a ballot lies in the box; they say nothing about what is on it and whose it is',
    retention: 'permanent',
    personal: [],
    sensitive: [],
    neutral: ['receipt', 'pollId'],
  },
} satisfies PersonalDataRegister;
