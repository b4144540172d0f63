import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { forumPaths } from '../../paths';
import type { Appointment, Seat, SessionChange } from '../types';
import { whenAndWhere } from './when';

interface Changed {
  change: SessionChange;
  /** As the office wrote it; may be empty. */
  reason: string;
  /** Everything that was signed up by whoever reads it. */
  seats: readonly Seat[];
}

/**
 * Another time or place, called off, with a date or without one, or put off. It says also whether they have a seat: on the call list it takes
 * the place of whatever they were not told yet.
 */
export async function sessionChangedMail(
  locale: string,
  session: Appointment,
  { change, reason, seats }: Changed,
): Promise<MailContent> {
  const when = longDateTime(session.startsAt, locale);
  const { title } = session;
  // messages: forum-seats.changed.text.*, forum-seats.changed.subject.*
  const about = await sentence(locale, `forum-seats.changed.text.${change}`, { title, when });
  return {
    subject: await sentence(locale, `forum-seats.changed.subject.${change}`, { title }),
    hello: await sentence(locale, 'forum.mail.hello'),
    paragraphs: [
      about,
      ...(change === 'moved'
        ? [await whenAndWhere(locale, session), ...(await seatsIn(locale, seats))]
        : []),
      ...(reason === '' ? [] : [reason]),
    ],
    ask: await sentence(locale, 'forum.mail.changed.more'),
    link: {
      label: await sentence(locale, 'forum.mail.changed.link'),
      path: localized(locale, forumPaths.forumSession(session.number)),
    },
    desk: forumPaths.teamForumRegistrations(session.number),
  };
}

/** Of several each by its number, so that nobody takes the one seat for all of them. */
function seatsIn(locale: string, seats: readonly Seat[]): Promise<string[]> {
  return Promise.all(
    seats.map(({ number, state }) =>
      seats.length === 1
        ? sentence(locale, `forum.mail.changed.seat.${state}`)
        : sentence(locale, `forum-seats.seatOf.${state}`, { number }),
    ),
  );
}
