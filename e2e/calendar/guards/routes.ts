import { MONTH, WEEK_LATER } from '../../days';
import { FIRST_PARTNER, KEEPERS, OFFICE, OPEN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/kalender': row(OPEN, '/kalender'),
  '/kalender/abonnieren': row(OPEN, '/kalender/abonnieren'),
  '/kalender/art/[kind]': row(OPEN, '/kalender/art/treffen'),
  '/kalender/art/[kind]/monat/[month]': row(OPEN, `/kalender/art/treffen/monat/${MONTH}`),
  '/kalender/monat/[month]': row(OPEN, `/kalender/monat/${MONTH}`),
  '/kalender/stadtteil/[district]': row(OPEN, ({ district }) => `/kalender/stadtteil/${district}`),
  '/kalender/stadtteil/[district]/monat/[month]': row(
    OPEN,
    ({ district }) => `/kalender/stadtteil/${district}/monat/${MONTH}`,
  ),
  '/kalender/termin/[id]': row(
    OPEN,
    ({ entry }) => `/kalender/termin/${entry}`,
    ({ calledOffEntry }) => `/kalender/termin/${calledOffEntry}`,
  ),
  '/api/calendar/[[...scope]]': row(
    OPEN,
    '/kalender.ics',
    ({ district }) => `/kalender/stadtteil/${district}/kalender.ics`,
  ),
  // Partners.
  '/partner': row(KEEPERS, '/partner'),
  '/partner/termin/neu': row(KEEPERS, '/partner/termin/neu'),
  '/partner/termin/[id]': row(FIRST_PARTNER, ({ entry }) => `/partner/termin/${entry}`),
  '/partner/termin/[id]/aendern': row(
    FIRST_PARTNER,
    ({ entry }) => `/partner/termin/${entry}/aendern`,
  ),
  '/partner/termin/[id]/datum/[date]': row(
    FIRST_PARTNER,
    ({ series }) => `/partner/termin/${series}/datum/${WEEK_LATER}`,
  ),
  '/team/kalender': row(OFFICE, '/team/kalender'),
  '/team/kalender/neu': row(OFFICE, '/team/kalender/neu'),
  '/team/kalender/[id]': row(OFFICE, ({ entry }) => `/team/kalender/${entry}`),
  '/team/kalender/[id]/aendern': row(OFFICE, ({ entry }) => `/team/kalender/${entry}/aendern`),
  '/team/kalender/[id]/datum/[date]': row(
    OFFICE,
    ({ series }) => `/team/kalender/${series}/datum/${WEEK_LATER}`,
  ),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['scope', 'kind', 'date', 'district'];
