import { COUNSELLING, NOBODY, OFFICE, OPEN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/beratung': row(OPEN, '/beratung', '/en/beratung', '/de-LS/beratung'),
  '/beratung/thema/[slug]': row(
    OPEN,
    '/beratung/thema/brief-vom-amt',
    '/en/beratung/thema/stadtteil-und-rathaus',
    '/de-LS/beratung/thema/schulden-strom',
  ),
  '/api/beratung/vordrucke/[what]': row(
    { ...NOBODY, counsellor: 'shown', inCounselling: 'shown' },
    ...['schweigepflicht', 'weitergabe?locale=de-LS'].map(
      (what) => `/api/beratung/vordrucke/${what}`,
    ),
  ),
  '/sozialberatung': row(COUNSELLING, '/sozialberatung', '/en/sozialberatung'),
  '/sozialberatung/themenseiten/[id]/[number]': row(
    COUNSELLING,
    ({ topic }) => `/sozialberatung/themenseiten/${topic}/1`,
    ({ topic }) => `/sozialberatung/themenseiten/${topic}/1?language=easy`,
  ),
  '/team/themenseiten': row(OFFICE, '/team/themenseiten'),
  '/team/themenseiten/neu': row(OFFICE, '/team/themenseiten/neu'),
  '/team/themenseiten/[id]': row(OFFICE, ({ topic }) => `/team/themenseiten/${topic}`),
  '/team/themenseiten/[id]/aendern': row(
    OFFICE,
    ({ topic }) => `/team/themenseiten/${topic}/aendern`,
    ({ topic }) => `/team/themenseiten/${topic}/aendern?language=easy`,
  ),
  '/team/themenseiten/[id]/fassung/[number]': row(
    OFFICE,
    ({ topic }) => `/team/themenseiten/${topic}/fassung/1`,
  ),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['slug'];
