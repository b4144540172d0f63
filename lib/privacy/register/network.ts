import type { PersonalDataRegister } from '../types';

export const networkData = {
  Partner: {
    purpose: 'An authority, club, company or institution the office works with',
    retention: 'while the partnership lasts',
    personal: [],
    sensitive: [],
    neutral: [
      'id',
      'slug',
      'name',
      'kind',
      'roleInQuarter',
      'responsibilities',
      'contactRole',
      'email',
      'phone',
      'agreedResponseDays',
      'active',
    ],
  },
} satisfies PersonalDataRegister;
