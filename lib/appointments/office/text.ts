import { doorTime } from '@/lib/i18n/dates';
import type { WeeklyHours } from '../types';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** Who invites, and where an appointment is taken: without scheme. */
export interface NoticePlace {
  office: { name: string; address: string; phone: string };
  address: string;
}

/**
 * The hours of the week for the door, for `lib/print/templates/hours.typ`.
 * @param today as it is read @param nameOf a language @param sayAny of all catalogues
 */
export function hoursNotice(
  hours: readonly WeeklyHours[],
  { office, address }: NoticePlace,
  { today, nameOf, sayAny }: { today: string; nameOf: (language: string) => string; sayAny: Say },
) {
  const where = ({ kind, place, stepFree }: WeeklyHours) =>
    kind === 'PERSONAL' || kind === 'WALK_IN'
      ? [place, sayAny(stepFree ? 'appointments.stepFree' : 'appointments.steps')]
      : [];
  // messages: common.weekday.*
  const weekday = (one: WeeklyHours) => sayAny(`common.weekday.${one.weekday}`);
  // messages: appointments.kind.*
  const kindOf = (one: WeeklyHours) => sayAny(`appointments.kind.${one.kind}`);
  const isByAppointment = hours.some(({ kind }) => kind !== 'WALK_IN');
  return {
    title: sayAny('appointments.notice.title'),
    ...{ subject: '', lang: 'de', overline: office.name },
    until: sayAny('appointments.notice.until', { day: today }),
    who: isByAppointment
      ? sayAny(office.phone === '' ? 'appointments.notice.how' : 'appointments.notice.howPhone', {
          ...{ address, phone: office.phone },
        })
      : '',
    hours: hours.map((one) => {
      const when = sayAny('appointments.open.line', {
        day: weekday(one),
        ...{ from: doorTime(one.starts), until: doorTime(one.ends) },
      });
      const spoken = one.languages.map(nameOf).join(', ');
      return { when, what: [kindOf(one), ...where(one), spoken].join(', ') };
    }),
    ...{ office, address },
    note: sayAny('appointments.notice.note'),
  };
}
