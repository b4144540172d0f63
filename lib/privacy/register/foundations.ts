import type { PersonalDataRegister } from '../types';

export const foundationsData = {
  AuditEntry: {
    purpose: 'What somebody with rights did, written in the same transaction',
    retention: '12 months',
    personal: ['actorId'],
    sensitive: [],
    neutral: ['id', 'at', 'action', 'subjectId'],
  },
  OutgoingMail: {
    purpose: 'A mail to be sent, queued in the same transaction as what it tells about',
    retention:
      '30 days after sending, 90 days when it could not be sent, 1 day when its code ended',
    personal: ['recipient', 'subject'],
    sensitive: ['text', 'sealed'],
    neutral: ['id', 'state', 'expiresAt', 'attempts', 'problem', 'createdAt', 'sentAt'],
  },
  CallListItem: {
    purpose: "Somebody without e-mail is owed a call or a letter: the office's call list",
    retention: '30 days after it was done',
    personal: ['person', 'contact', 'doneById', 'note'],
    sensitive: ['message'],
    neutral: ['id', 'kind', 'subject', 'link', 'dueAt', 'createdAt', 'doneAt'],
  },
  FormSubmission: {
    purpose: 'A rendered form that was accepted: the same form sent twice gives the same answer',
    retention: '48 hours',
    personal: [],
    sensitive: [],
    neutral: ['tokenHash', 'form', 'result', 'day'],
  },
  RateBucket: {
    purpose: 'How often something was tried within a time window, per hashed key',
    retention: '24 hours',
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
