import type { PersonalDataRegister } from '@/lib/manifest';

export const operationData = {
  FormSubmission: {
    purpose:
      'A rendered form that was accepted: the same form sent twice gives the same answer, which it alone opens',
    retention: '48 hours; of a note a device sends as a proposal 62 days',
    personal: [],
    sensitive: [],
    neutral: ['tokenHash', 'form', 'result', 'day'],
  },
  RateBucket: {
    purpose: 'How often something was tried within a time window, per hashed key',
    retention: '24 hours after the window',
    personal: [],
    sensitive: [],
    neutral: ['key', 'count', 'windowEnd'],
  },
  OperationMark: {
    purpose: 'When what keeps the house running was last done, and whether it went well',
    retention: 'none, it stays as long as the house',
    personal: [],
    sensitive: [],
    neutral: ['name', 'at', 'ok', 'note'],
  },
} satisfies PersonalDataRegister;
