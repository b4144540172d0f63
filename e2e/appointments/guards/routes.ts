import {
  COUNSELLING,
  NOBODY,
  OFFICE,
  OPEN,
  PAPERS,
  type RouteTable,
  row,
} from '../../guards/outcomes';

/** Somebody else's, whoever counsels. */
const NOBODYS = { ...COUNSELLING, counsellor: 'not found', inCounselling: 'not found' } as const;

export const ROUTES: RouteTable = {
  '/sprechstunde': row(OPEN, '/sprechstunde', '/en/sprechstunde', '/de-LS/sprechstunde'),
  '/sprechstunde/buchen/[slot]': row(OPEN, ({ slot }) => `/sprechstunde/buchen/${slot}`),
  '/sprechstunde/termin': row(OPEN, '/sprechstunde/termin'),
  '/sprechstunde/termin/[key]': row(
    OPEN,
    ({ appointment }) => `/sprechstunde/termin/${appointment}`,
  ),
  '/sprechstunde/aufruf': row(OPEN, '/sprechstunde/aufruf'),
  '/api/sprechstunde/[key]': row(OPEN, ({ appointment }) => `/api/sprechstunde/${appointment}`),
  // Nobody of them has just taken anything.
  // It is for the door, and printed by whoever works here.
  '/api/sprechstunde/aushang': row(
    { ...PAPERS, counsellor: 'shown', inCounselling: 'shown' },
    '/api/sprechstunde/aushang?locale=de',
  ),
  '/api/sprechstunde/eingetragen': row(NOBODY, '/api/sprechstunde/eingetragen'),
  '/sozialberatung/termine': row(COUNSELLING, '/sozialberatung/termine'),
  '/sozialberatung/termine/[slot]': row(
    NOBODYS,
    ({ takenSlot }) => `/sozialberatung/termine/${takenSlot}`,
  ),
  '/sozialberatung/buchen/[slot]': row(NOBODYS, ({ slot }) => `/sozialberatung/buchen/${slot}`),
  '/sozialberatung/zeiten': row(COUNSELLING, '/sozialberatung/zeiten'),
  '/sozialberatung/zeiten/neu': row(COUNSELLING, '/sozialberatung/zeiten/neu'),
  '/sozialberatung/zeiten/frei': row(COUNSELLING, '/sozialberatung/zeiten/frei'),
  '/sozialberatung/nummern': row(COUNSELLING, '/sozialberatung/nummern'),
  '/sozialberatung/strichliste': row(COUNSELLING, '/sozialberatung/strichliste'),
  '/sozialberatung/strichliste/summen': row(COUNSELLING, '/sozialberatung/strichliste/summen'),
  '/team/sprechstunde': row(OFFICE, '/team/sprechstunde'),
  '/team/sprechstunde/eintragen': row(OFFICE, '/team/sprechstunde/eintragen'),
  '/team/sprechstunde/eingetragen': row(
    { ...OFFICE, coordinator: 'led on', admin: 'led on', inOffice: 'led on' },
    '/team/sprechstunde/eingetragen',
  ),
  '/team/sprechstunde/absagen': row(OFFICE, '/team/sprechstunde/absagen'),
  '/sozialberatung/eingetragen': row(
    { ...COUNSELLING, counsellor: 'led on', inCounselling: 'led on' },
    '/sozialberatung/eingetragen',
  ),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['slot'];
