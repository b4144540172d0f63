import { OFFICE, OPEN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/unterstuetzung': row(OPEN, '/unterstuetzung'),
  '/unterstuetzung/anfragen': row(OPEN, '/unterstuetzung/anfragen'),
  '/unterstuetzung/neu': row(
    OPEN,
    '/unterstuetzung/neu',
    '/en/unterstuetzung/neu',
    '/de-LS/unterstuetzung/neu',
  ),
  '/unterstuetzung/vorgang/[code]': row(
    OPEN,
    ({ request }) => `/unterstuetzung/vorgang/${request}`,
  ),
  '/unterstuetzung/vorgang/[code]/zurueckziehen': row(
    OPEN,
    ({ request }) => `/unterstuetzung/vorgang/${request}/zurueckziehen`,
  ),
  '/team/anfragen': row(OFFICE, '/team/anfragen'),
  '/team/anfragen/neu': row(OFFICE, '/team/anfragen/neu'),
  '/team/anfragen/[number]': row(
    OFFICE,
    ({ openRequest }) => `/team/anfragen/${openRequest}`,
    ({ declinedRequest }) => `/team/anfragen/${declinedRequest}`,
  ),
  '/team/initiativen': row(OFFICE, '/team/initiativen'),
  '/team/initiativen/neu': row(OFFICE, '/team/initiativen/neu'),
  '/team/initiativen/[id]': row(
    OFFICE,
    ({ group }) => `/team/initiativen/${group}`,
    ({ group }) => `/team/initiativen/${group}?move=open`,
  ),
};
