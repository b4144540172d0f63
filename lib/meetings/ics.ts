import icalendar, { ICalEventClass, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { MeetingCase, MeetingState } from './types';

/** What a calendar program gets to know of one meeting. */
export interface CalendarMeeting
  extends Pick<MeetingCase, 'id' | 'day' | 'state' | 'version' | 'organizer'> {
  /** Kind and title. */
  title: string;
  /** How long, in words. */
  length: string;
  /** Address of its page, for the office alone. */
  url: string;
}

const STATUS: Record<MeetingState, ICalEventStatus> = {
  PLANNED: ICalEventStatus.TENTATIVE,
  REGISTERED: ICalEventStatus.CONFIRMED,
  ATTENDED: ICalEventStatus.CONFIRMED,
  EVALUATED: ICalEventStatus.CONFIRMED,
  CANCELLED: ICalEventStatus.CANCELLED,
};

/**
 * One meeting as RFC 5545 text: a whole day, since no hour is kept. The same meeting has the same UID and, changed, a
 * higher SEQUENCE, so that a program puts the later file in place of the earlier one. It is private: programs that share a
 * calendar show others that somebody is away and not where.
 * @param at when it is written
 */
export function writeMeeting(meeting: CalendarMeeting, at: Date): string {
  const { id, day, state, version, organizer, title, length, url } = meeting;
  const calendar = icalendar({
    prodId: { company: 'Stadtteilforum', product: 'Treffen', language: 'DE' },
  });
  calendar.createEvent({
    ...{ id: `treffen-${id}`, sequence: version, stamp: at, allDay: true, url },
    start: Temporal.PlainDateTime.from(`${day}T00:00`),
    summary: title,
    description: [organizer, length].filter((part) => part !== '').join('\n'),
    status: STATUS[state],
    class: ICalEventClass.PRIVATE,
  });
  return `${calendar.toString()}\r\n`;
}
