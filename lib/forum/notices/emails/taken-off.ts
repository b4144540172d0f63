import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { forumPaths } from '../../paths';
import type { Appointment, Reachable } from '../types';

/** The office took somebody off the list: of those with a seat, or of those who wait for one. */
export async function takenOffMail(
  locale: string,
  { number: session, title, startsAt, place }: Omit<Appointment, 'endsAt'>,
  { number, state }: Pick<Reachable, 'number' | 'state'>,
): Promise<MailContent> {
  const when = longDateTime(startsAt, locale);
  return {
    subject: await sentence(locale, 'forum-seats.takenOff.subject', { title }),
    hello: await sentence(locale, 'forum.mail.hello'),
    paragraphs: [
      await sentence(locale, `forum-seats.takenOff.${state}`, { title, number }),
      await sentence(locale, 'forum.mail.when', { when, place }),
    ],
    ask: await sentence(locale, 'forum.mail.changed.more'),
    link: {
      label: await sentence(locale, 'forum.mail.changed.link'),
      path: localized(locale, forumPaths.forumSession(session)),
    },
    desk: forumPaths.teamForumRegistrations(session),
  };
}
