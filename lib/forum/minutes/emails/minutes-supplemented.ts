import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { forumPaths } from '../../paths';

/** That something was added, or that it has other words now: a group of sentences in the catalogue. */
export type AdditionMail = 'mail' | 'correctedMail';

/** The office has added something to minutes everybody could read already: whoever speaks for the residents hears it, and of other words for it. */
export async function minutesSupplementedMail(
  locale: string,
  session: { number: number; title: string; startsAt: Date },
  told: AdditionMail,
): Promise<MailContent> {
  // messages: forum-raised.mail.* forum-raised.correctedMail.*
  const say = (key: string, params: Record<string, string> = {}) =>
    sentence(locale, `forum-raised.${told}.${key}`, params);
  const { number, title, startsAt } = session;
  return {
    subject: await say('subject', { title }),
    hello: await say('hello'),
    paragraphs: [
      await say('text', { title, when: longDateTime(startsAt, locale) }),
      await say('where'),
    ],
    link: { label: await say('link'), path: localized(locale, forumPaths.forumSession(number)) },
  };
}
