import { OFFICE, OPEN, PAPERS, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/demo/mails': row(OPEN, '/demo/mails'),
  '/demo/mails/[id]': row(OPEN, ({ mail }) => `/demo/mails/${mail}`),
  '/team/anrufe': row(OFFICE, '/team/anrufe', '/team/anrufe?page=2'),
  '/team/anrufe/notiz/[id]': row(OFFICE, ({ letter }) => `/team/anrufe/notiz/${letter}`),
  '/api/briefe/[which]': row(PAPERS, '/api/briefe/alle', ({ letter }) => `/api/briefe/${letter}`),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['which'];
