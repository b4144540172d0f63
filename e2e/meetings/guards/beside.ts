import type { BesideTable } from '../../guards/beside';

export const BESIDE: BesideTable = {
  'team/fortbildung#moveMeetingAction':
    'whoever takes back that they were there has nothing to tell of it',
};
