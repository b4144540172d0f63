import type { PersonalDataRegister } from '@/lib/manifest';

export const tasksData = {
  Task: {
    purpose: 'What the office has to do, until when and who does it',
    retention:
      '12 months after it was done or dropped; its words go with what a resident handed in, its person with the account',
    personal: ['assigneeId'],
    sensitive: [],
    neutral: [
      'id',
      'number',
      'text',
      'assigneeName',
      'dueOn',
      'thingKind',
      'thingId',
      'state',
      'startedAt',
      'closedAt',
      'reason',
      'version',
      'createdAt',
    ],
    untold: 'the work of the office',
  },
  TaskAbsence: {
    purpose: 'Who does the tasks of somebody who is away',
    retention: 'until the night after its last day, or with the account',
    personal: ['userId', 'deputyId', 'fromDay', 'untilDay'],
    sensitive: [],
    neutral: ['id'],
    untold: 'the work of the office',
  },
  TaskView: {
    purpose: 'Which tasks somebody of the office wants to see when they come again',
    retention: 'with the account',
    personal: ['userId'],
    sensitive: [],
    neutral: ['mine', 'overdue', 'kind'],
    untold: 'the work of the office',
  },
} satisfies PersonalDataRegister;
