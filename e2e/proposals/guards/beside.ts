import type { BesideTable } from '../../guards/beside';

export const BESIDE: BesideTable = {
  'team/vorschlaege/[number]#erasePersonAction': 'nothing is left that the words could be about',
};
