import type { PersonalDataRegister } from '../types';

export const forumRegistrationsData = {
  Registration: {
    purpose: 'A sign-up of one person or group for a session',
    retention: '30 days after the session, 12 months after the old date while it has no new one',
    personal: [
      'userId',
      'name',
      'persons',
      'contactKind',
      'contactValue',
      'locale',
      'createdAt',
      'movedUpAt',
      'cancelledAt',
    ],
    sensitive: ['codeHash', 'needs', 'needsNote'],
    neutral: ['id', 'number', 'sessionId', 'channel', 'state', 'queueNumber'],
  },
  Decision: {
    purpose: 'A decision of the forum with the votes of the room',
    retention: 'permanent',
    personal: [],
    sensitive: [],
    neutral: ['id', 'sessionId', 'agendaNo', 'text', 'yes', 'no', 'abstain', 'result'],
  },
  ForumTask: {
    purpose: 'Something the forum asked somebody to do',
    retention: 'permanent',
    personal: [],
    sensitive: [],
    neutral: ['id', 'sessionId', 'text', 'assignee', 'audience', 'dueOn', 'done'],
  },
} satisfies PersonalDataRegister;
