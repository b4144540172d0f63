import type { BesideTable } from '../../guards/beside';

export const BESIDE: BesideTable = {
  'sprechstunde/termin/[key]#giveBackAction':
    'whoever gives their appointment back has no other time to choose',
};
