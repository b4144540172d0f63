import { personal, segment } from '@/lib/core/paths';

export const casesPaths = {
  /** Where the owner of a mail address says that it is theirs. */
  proveAddress: (token: string) => personal(`/adresse-bestaetigen/${segment(token)}`),
} as const;
