import type { BesideTable } from '../../guards/beside';

export const BESIDE: BesideTable = {
  'team/anfragen/[number]#erasePersonAction': 'nothing is left that the words could be about',
};
