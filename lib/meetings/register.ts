import type { PersonalDataRegister } from '@/lib/manifest';

export const meetingsData = {
  StaffMeeting: {
    purpose:
      'Meetings and training of the office, as proof for whoever pays; a title that leads to a person is refused',
    retention:
      'what is only for the office is emptied 24 months after the day, numbers, title and what is public stay',
    // Who holds it may be somebody, and a note of the office may name somebody; the title is looked through.
    personal: ['organizer', 'topics'],
    sensitive: [],
    neutral: [
      'id',
      'kind',
      'title',
      'day',
      'minutes',
      'people',
      'costCents',
      'certificate',
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
