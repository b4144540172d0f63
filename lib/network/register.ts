import type { PersonalDataRegister } from '@/lib/manifest';

export const networkData = {
  Partner: {
    purpose: 'An authority, club, company or institution the office works with',
    retention: 'while the partnership lasts',
    personal: ['contactPerson'],
    sensitive: [],
    neutral: [
      'id',
      'slug',
      'name',
      'kind',
      'roleInQuarter',
      'responsibilities',
      'offers',
      'contactRole',
      'email',
      'phone',
      'openingHours',
      'accessibility',
      'languages',
      'agreedResponseDays',
      'state',
      'stateSince',
      'lastContactOn',
      'version',
      'updatedAt',
    ],
  },
  PartnerContact: {
    purpose: 'A talk with an organisation and what was agreed',
    retention: 'with the partner',
    personal: [],
    sensitive: [],
    neutral: ['id', 'partnerId', 'kind', 'on', 'topic', 'nextStep'],
  },
} satisfies PersonalDataRegister;
