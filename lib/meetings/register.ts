import type { PersonalDataRegister } from '@/lib/manifest';

export const meetingsData = {
  StaffMeeting: {
    purpose: 'Meetings and training of the office, as proof for whoever pays',
    retention:
      'what is only for the office is emptied 24 months after the day, numbers, title and what is public stay',
    personal: [],
    sensitive: [],
    neutral: [
      'id',
      'kind',
      'title',
      'organizer',
      'day',
      'minutes',
      'people',
      'costCents',
      'certificate',
      'topics',
      'publicSummary',
      'released',
      'state',
      'version',
      'createdAt',
    ],
  },
  StaffMeetingPerson: {
    purpose: 'Who of the office goes to a meeting, and the certificate of it',
    retention: '24 months after the day, or with the account',
    personal: ['userId', 'certificateId'],
    sensitive: [],
    neutral: ['meetingId', 'kind'],
  },
} satisfies PersonalDataRegister;
