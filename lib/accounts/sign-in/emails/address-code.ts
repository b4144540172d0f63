import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

/** The mail that proves an address somebody adds to an account. @param data.code as shown */
export async function addressCodeMail(
  data: { code: string; minutes: number; phone: string },
  locale: string,
): Promise<MailContent> {
  const say = (key: string, params = {}) =>
    sentence(locale, `accounts.mail.address.${key}`, params);
  return {
    subject: await say('subject'),
    paragraphs: [
      await say('greeting'),
      await say('code', { code: data.code }),
      await say('until', { minutes: data.minutes }),
      await say('otherwise', { phone: data.phone }),
    ],
  };
}
