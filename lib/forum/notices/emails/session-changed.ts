import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { forumPaths } from '../../paths';
import type { Appointment, SessionChange } from '../types';

/** Another time or place, called off, or put off. @param reason as the office wrote it; may be empty */
export async function sessionChangedMail(
  locale: string,
  session: Appointment,
  change: SessionChange,
  reason: string,
): Promise<MailContent> {
  const when = longDateTime(session.startsAt, locale);
  const { title, place } = session;
  const about = await sentence(locale, `forum.mail.changed.text.${change}`, { title, when });
  return {
    subject: await sentence(locale, `forum.mail.changed.subject.${change}`, { title }),
    paragraphs: [
      await sentence(locale, 'forum.mail.hello'),
      about,
      ...(change === 'moved' ? [await sentence(locale, 'forum.mail.when', { when, place })] : []),
      ...(reason === '' ? [] : [reason]),
      await sentence(locale, 'forum.mail.changed.more'),
    ],
    link: {
      label: await sentence(locale, 'forum.mail.changed.link'),
      path: localized(locale, forumPaths.forumSession(session.number)),
    },
    desk: forumPaths.teamForumRegistrations(session.number),
  };
}
