import type { Secret } from '@/lib/core/secret';
import { clockTime } from '@/lib/i18n/dates';
import { secretSentence, sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

/** The mail that proves an address somebody adds to an account. @param data.code as shown */
export async function addressCodeMail(
  data: { code: Secret; expiresAt: Date; phone: string },
  locale: string,
): Promise<MailContent> {
  const say = (key: string, params = {}) =>
    sentence(locale, `accounts.mail.address.${key}`, params);
  const { code, expiresAt } = data;
  return {
    subject: await say('subject'),
    paragraphs: [
      await say('greeting'),
      await secretSentence(locale, 'accounts.mail.address.code', { code }),
      await say('until', { until: clockTime(expiresAt, locale) }),
      await say('otherwise', { phone: data.phone }),
    ],
    expiresAt,
  };
}
