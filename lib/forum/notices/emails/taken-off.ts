import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { forumPaths } from '../../paths';
import type { Appointment, Reachable } from '../types';
import { whenAndWhere } from './when';

/** The office took somebody off the list: of those with a seat, or of those who wait for one. */
export async function takenOffMail(
  locale: string,
  session: Omit<Appointment, 'endsAt'>,
  { number, state }: Pick<Reachable, 'number' | 'state'>,
): Promise<MailContent> {
  const { title } = session;
  return {
    subject: await sentence(locale, 'forum-seats.takenOff.subject', { title }),
    hello: await sentence(locale, 'forum.mail.hello'),
    paragraphs: [
      await sentence(locale, `forum-seats.takenOff.${state}`, { title, number }),
      await whenAndWhere(locale, session),
    ],
    ask: await sentence(locale, 'forum.mail.changed.more'),
    link: {
      label: await sentence(locale, 'forum.mail.changed.link'),
      path: localized(locale, forumPaths.forumSession(session.number)),
    },
    desk: forumPaths.teamForumRegistrations(session.number),
  };
}
