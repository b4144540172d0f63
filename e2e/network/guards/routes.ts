import { OFFICE, OPEN, outcomes, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/wegweiser': row(OPEN, '/wegweiser', '/en/wegweiser', '/de-LS/wegweiser'),
  '/partner/profil': row(
    outcomes('not found', {
      guest: 'sign in',
      halfway: 'second step',
      partner: 'shown',
      otherPartner: 'shown',
    }),
    '/partner/profil',
  ),
  '/team/partner': row(OFFICE, '/team/partner'),
  '/team/partner/neu': row(OFFICE, '/team/partner/neu'),
  '/team/partner/[id]': row(
    OFFICE,
    ({ partner }) => `/team/partner/${partner}`,
    ({ partner }) => `/team/partner/${partner}?move=open`,
  ),
  '/team/partner/[id]/aendern': row(OFFICE, ({ partner }) => `/team/partner/${partner}/aendern`),
  '/team/partner/[id]/gespraech/[talk]': row(
    OFFICE,
    ({ partner, partnerTalk }) => `/team/partner/${partner}/gespraech/${partnerTalk}`,
    ({ partner, partnerTalk }) => `/team/partner/${partner}/gespraech/${partnerTalk}?delete=open`,
  ),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['talk'];
