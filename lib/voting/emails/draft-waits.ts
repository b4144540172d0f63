import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { votingPaths } from '../paths';

/** A draft of a poll waits for somebody who looks at it before it begins. */
export async function draftWaitsMail(
  locale: string,
  draft: { number: number; question: string; opensAt: Date },
): Promise<MailContent> {
  const say = (key: string, params: Record<string, string> = {}) =>
    sentence(locale, `voting-drafts.mail.${key}`, params);
  const { number, question, opensAt } = draft;
  return {
    subject: await say('subject', { question }),
    hello: await say('hello'),
    paragraphs: [
      await say('text', { question }),
      await say('when', { when: longDateTime(opensAt, locale) }),
      await say('why'),
    ],
    link: { label: await say('link'), path: localized(locale, votingPaths.pollCheck(number)) },
  };
}
