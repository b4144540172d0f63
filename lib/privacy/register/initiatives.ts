import type { PersonalDataRegister } from '../types';

export const initiativesData = {
  Initiative: {
    purpose: 'A group of neighbours that does something together',
    retention: 'while it exists',
    personal: [],
    sensitive: [],
    neutral: ['id', 'slug', 'name', 'districtId', 'about', 'members', 'activeSince', 'state'],
  },
  SupportRequest: {
    purpose: 'A request for help by an initiative or a single person',
    retention: 'contact until 6 months after closing',
    personal: [
      'title',
      'groupName',
      'name',
      'contactKind',
      'contactValue',
      'userId',
      'locale',
      'wantedFor',
      'amountEur',
      'reasonText',
    ],
    sensitive: ['codeHash', 'body'],
    neutral: [
      'id',
      'number',
      'kinds',
      'districtId',
      'initiativeId',
      'channel',
      'state',
      'stateSince',
      'requestedAt',
      'promisedFor',
    ],
  },
  SupportStep: {
    purpose: 'One step in the life of a support request',
    retention: 'emptied with the request',
    personal: ['by', 'note'],
    sensitive: [],
    neutral: ['id', 'requestId', 'to', 'at'],
  },
} satisfies PersonalDataRegister;
