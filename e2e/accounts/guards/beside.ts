import type { BesideTable } from '../../guards/beside';

export const BESIDE: BesideTable = {
  '#signOutAction': 'whoever signs out leaves everything, and knows it',
  '#chooseAreaAction': 'as a link in the menu: whoever goes into another area leaves this page',
  'anmelden#requestCodeAction': 'another way in: whoever takes it needs no card code any more',
};
