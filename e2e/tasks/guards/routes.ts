import { OFFICE, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/team/aufgaben': row(OFFICE, '/team/aufgaben'),
  '/team/aufgaben/neu': row(OFFICE, '/team/aufgaben/neu'),
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
