import type { PersonalDataRegister } from '../types';

export const accountsCardsData = {
  AccessCardBatch: {
    purpose:
      'A batch of printed access cards; the key that prints their codes is deleted after printing',
    retention: '24 months',
    personal: [],
    sensitive: ['printKey'],
    neutral: ['id', 'number', 'label', 'size', 'createdAt', 'voidedAt'],
  },
  AccessCard: {
    purpose:
      'A printed card that signs in whoever holds it; becomes tied to an otherwise nameless account at first use',
    retention: '24 months without use',
    personal: ['userId', 'firstUsed'],
    sensitive: ['codeHash'],
    neutral: ['id', 'batchId', 'position', 'voidedAt'],
  },
  LinkedIdentity: {
    purpose:
      "An identity at the organisation's own sign-in server (OpenID Connect), when one is configured",
    retention: 'with the account',
    personal: ['userId', 'providerAccountId'],
    sensitive: [],
    neutral: ['id', 'provider'],
  },
} satisfies PersonalDataRegister;
