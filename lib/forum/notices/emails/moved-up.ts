import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { forumPaths } from '../../paths';
import type { Appointment, Reachable } from '../types';
import { whenAndWhere } from './when';

/**
 * A seat became free for somebody who waited. The code is stored only as a hash, so the link leads
 * to where number and code are typed.
 */
export async function movedUpMail(
  locale: string,
  session: Appointment,
  { number, contactKind }: Pick<Reachable, 'number' | 'contactKind'>,
): Promise<MailContent> {
  return {
    subject: await sentence(locale, 'forum.mail.movedUp.subject', { title: session.title }),
    hello: await sentence(locale, 'forum.mail.hello'),
    paragraphs: [
      await sentence(locale, 'forum.mail.movedUp.text', { title: session.title, number }),
      await whenAndWhere(locale, session),
      // Whoever was entered by the office was never given a code.
      await sentence(
        locale,
        contactKind === 'MAIL' ? 'forum.mail.movedUp.cancel' : 'forum.mail.movedUp.cancelByPhone',
      ),
    ],
    link: {
      label: await sentence(locale, 'forum.mail.movedUp.link'),
      path: localized(locale, forumPaths.registrationLookup()),
    },
    desk: forumPaths.teamForumRegistrations(session.number),
  };
}
