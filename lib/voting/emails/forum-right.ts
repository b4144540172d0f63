import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

/**
 * Tells somebody that they may vote in polls of the Forum's members from now on, or no longer: who loses it by
 * somebody's slip of the pen must not learn it at the ballot.
 */
export async function forumRightMail(
  locale: string,
  { given, phone, path }: { given: boolean; phone: string; path: string },
): Promise<MailContent> {
  // messages: voting-ballot.right.given.* voting-ballot.right.taken.*
  const say = (key: string) =>
    sentence(locale, `voting-ballot.right.${given ? 'given' : 'taken'}.${key}`);
  return {
    subject: await say('subject'),
    hello: await sentence(locale, 'reminders.mail.hello'),
    paragraphs: [
      await say('text'),
      await sentence(locale, 'voting-ballot.right.otherwise', { phone }),
    ],
    link: {
      label: await sentence(locale, 'voting-ballot.right.link'),
      path: localized(locale, path),
    },
  };
}
