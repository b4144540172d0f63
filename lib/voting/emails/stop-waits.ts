import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { votingPaths } from '../paths';

/** Something is to be taken away from a poll that runs; somebody else has to agree. */
export async function stopWaitsMail(
  locale: string,
  poll: { number: number; question: string; closesAt: Date },
): Promise<MailContent> {
  const say = (key: string, params: Record<string, string> = {}) =>
    sentence(locale, `voting-office.stop.mail.${key}`, params);
  const { number, question, closesAt } = poll;
  return {
    subject: await say('subject', { question }),
    hello: await say('hello'),
    paragraphs: [
      await say('text', { question }),
      await say('when', { when: longDateTime(closesAt, locale) }),
      await say('why'),
    ],
    link: { label: await say('link'), path: localized(locale, votingPaths.pollCheck(number)) },
  };
}
