import { COUNSELLING, OFFICE, type RouteTable, row } from '../../guards/outcomes';

/** Somebody else's, whoever counsels. */
const NOBODYS = { ...COUNSELLING, counsellor: 'not found', inCounselling: 'not found' } as const;

export const ROUTES: RouteTable = {
  '/sozialberatung/aufgaben': row(COUNSELLING, '/sozialberatung/aufgaben'),
  '/sozialberatung/aufgaben/neu': row(COUNSELLING, '/sozialberatung/aufgaben/neu'),
  '/sozialberatung/aufgaben/vertretung': row(COUNSELLING, '/sozialberatung/aufgaben/vertretung'),
  '/sozialberatung/aufgaben/[id]': row(
    NOBODYS,
    ({ ownTask }) => `/sozialberatung/aufgaben/${ownTask}`,
  ),
  '/sozialberatung/aufgaben/[id]/aendern': row(
    NOBODYS,
    ({ ownTask }) => `/sozialberatung/aufgaben/${ownTask}/aendern`,
  ),
  '/team/aufgaben': row(OFFICE, '/team/aufgaben'),
  '/team/aufgaben/neu': row(OFFICE, '/team/aufgaben/neu'),
  '/team/aufgaben/uebernommen/[id]': row(
    OFFICE,
    ({ keptTask }) => `/team/aufgaben/uebernommen/${keptTask}`,
  ),
  '/team/aufgaben/vertretung': row(OFFICE, '/team/aufgaben/vertretung'),
  '/team/aufgaben/[number]': row(
    OFFICE,
    ({ officeTask }) => `/team/aufgaben/${officeTask}`,
    ({ droppedTask }) => `/team/aufgaben/${droppedTask}`,
  ),
  '/team/aufgaben/[number]/aendern': row(
    OFFICE,
    ({ officeTask }) => `/team/aufgaben/${officeTask}/aendern`,
  ),
};
