import { OFFICE, OPEN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/demo/mails': row(OPEN, '/demo/mails'),
  '/demo/mails/[id]': row(OPEN, ({ mail }) => `/demo/mails/${mail}`),
  '/team/anrufe': row(OFFICE, '/team/anrufe'),
  '/team/anrufe/briefe': row(OFFICE, '/team/anrufe/briefe'),
  '/team/anrufe/briefe/[id]': row(OFFICE, ({ letter }) => `/team/anrufe/briefe/${letter}`),
};
