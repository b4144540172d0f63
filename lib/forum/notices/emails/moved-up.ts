import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { forumPaths } from '../../paths';
import type { Appointment } from '../types';

/**
 * A seat became free for somebody who waited. The code is stored only as a hash, so the link leads
 * to where number and code are typed.
 */
export async function movedUpMail(
  locale: string,
  session: Appointment,
  number: number,
): Promise<MailContent> {
  const when = longDateTime(session.startsAt, locale);
  return {
    subject: await sentence(locale, 'forum.mail.movedUp.subject', { title: session.title }),
    paragraphs: [
      await sentence(locale, 'forum.mail.hello'),
      await sentence(locale, 'forum.mail.movedUp.text', { title: session.title, number }),
      await sentence(locale, 'forum.mail.when', { when, place: session.place }),
      await sentence(locale, 'forum.mail.movedUp.cancel'),
    ],
    link: {
      label: await sentence(locale, 'forum.mail.movedUp.link'),
      path: localized(locale, forumPaths.registrationLookup()),
    },
    desk: forumPaths.teamForumRegistrations(session.number),
  };
}
