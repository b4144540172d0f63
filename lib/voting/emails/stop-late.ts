import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { votingPaths } from '../paths';

/** Something was to be taken away from a poll, and it was counted before anybody agreed. */
export async function stopLateMail(
  locale: string,
  { number, question }: { number: number; question: string },
): Promise<MailContent> {
  const say = (key: string, params: Record<string, string> = {}) =>
    sentence(locale, `voting-office.stop.${key}`, params);
  return {
    subject: await say('lateMail.subject', { question }),
    hello: await say('mail.hello'),
    paragraphs: [await say('lateMail.text', { question }), await say('lateMail.nothing')],
    link: { label: await say('mail.link'), path: localized(locale, votingPaths.pollCheck(number)) },
  };
}
