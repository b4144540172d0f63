import type { PersonalDataRegister } from '@/lib/manifest';

export const mailData = {
  OutgoingMail: {
    purpose: 'A mail to be sent, queued in the same transaction as what it tells about',
    retention:
      '30 days after sending, 90 days when it could not be sent, 1 day when its code ended',
    // `aboutId`: also the case of whoever is told.
    personal: ['recipient', 'subject', 'aboutId'],
    sensitive: ['text', 'sealed'],
    neutral: [
      'id',
      'state',
      'expiresAt',
      'attempts',
      'problem',
      'createdAt',
      'sentAt',
      'thenJob',
      'leavingAt',
      'keptBack',
    ],
  },
  CallListItem: {
    purpose: "Somebody without e-mail is owed a call or a letter: the office's call list",
    retention:
      '30 days after it was done; a call promised outdoors until it is done, 30 days at most',
    personal: ['person', 'contact', 'caseId', 'accountId', 'doneById', 'note'],
    sensitive: ['message'],
    neutral: [
      'id',
      'kind',
      'subject',
      'link',
      'aboutId',
      'dueAt',
      'endsAt',
      'goesWhenDone',
      'createdAt',
      'doneAt',
      'version',
      'wording',
    ],
  },
} satisfies PersonalDataRegister;
