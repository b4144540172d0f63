import type { PersonalDataRegister } from '@/lib/manifest';

export const accountsData = {
  User: {
    purpose:
      'A person who signed in once, by mailed code or by access card; needs neither name nor e-mail',
    retention: 'until deleted by the person or 24 months without use',
    personal: [
      'email',
      'displayName',
      'districtId',
      'partnerId',
      'locale',
      'forumRight',
      'pollReminders',
      'reminderPhone',
      'createdAt',
      'lastSeenAt',
      'totpConfirmedAt',
      'totpLastStep',
    ],
    sensitive: ['totpSecret'],
    neutral: ['id'],
  },
  RoleGrant: {
    purpose:
      'A right somebody was given; every signed-in person is a resident without any row here',
    retention: 'until taken away',
    personal: ['userId', 'role', 'grantedAt'],
    sensitive: [],
    neutral: ['id'],
  },
  UserSession: {
    purpose: "A signed-in browser; the cookie's value is stored only as a hash",
    retention: 'until it ends (30 days without use)',
    personal: [
      'userId',
      'browser',
      'createdAt',
      'lastSeenAt',
      'expiresAt',
      'secondFactorAt',
      'area',
    ],
    sensitive: ['tokenHash'],
    neutral: ['id'],
  },
  SignInCode: {
    purpose: 'A request to sign in by mail: code and link, both hashed, ten minutes, one use',
    retention: '24 hours',
    personal: ['email', 'userId', 'next', 'createdAt', 'consumedAt'],
    sensitive: ['codeHash', 'linkHash'],
    neutral: ['id', 'chainId', 'attempts', 'expiresAt'],
  },
  RecoveryCode: {
    purpose:
      'One of the printed codes that let staff in when the phone with the second factor is lost',
    retention: 'until used or renewed',
    personal: ['userId', 'usedAt'],
    sensitive: ['codeHash'],
    neutral: ['id'],
  },
  Invitation: {
    purpose: 'Rights that wait for somebody until the first sign-in with this address',
    retention: '30 days',
    personal: ['email', 'roles', 'partnerId', 'invitedById', 'createdAt', 'usedAt'],
    sensitive: ['tokenHash'],
    neutral: ['id', 'expiresAt', 'emergency'],
  },
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
