import type { BesideTable } from '../../guards/beside';

export const BESIDE: BesideTable = {
  'forum/anmeldung/[code]#cancelRegistrationAction':
    'whoever gives their place back has nothing to change about it',
  'team/forum/[number]/anmeldungen#erasePersonAction':
    'nothing is left that the words could be about',
};
