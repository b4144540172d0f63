export const privacyPaths = {
  accountData: () => '/konto/auskunft',
  accountDataFile: () => '/api/konto/auskunft',
} as const;
