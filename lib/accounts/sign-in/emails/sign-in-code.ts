import { localized } from '@/lib/core/paths';
import { Secret } from '@/lib/core/secret';
import { clockTime } from '@/lib/i18n/dates';
import { secretSentence, sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { accountsPaths } from '../../paths';

/** The mail somebody gets who wants to sign in. @param data.code as shown, e.g. `ABCD-EFGH` */
export async function signInCodeMail(
  data: { code: Secret; link: string; expiresAt: Date; phone: string },
  locale: string,
): Promise<MailContent> {
  const say = (key: string, params = {}) => sentence(locale, `accounts.mail.code.${key}`, params);
  const { code, expiresAt } = data;
  return {
    subject: await say('subject'),
    paragraphs: [
      await say('greeting'),
      await secretSentence(locale, 'accounts.mail.code.code', { code }),
      await say('until', { until: clockTime(expiresAt, locale) }),
      await say('otherwise', { phone: data.phone }),
    ],
    link: {
      label: await say('link'),
      path: new Secret(localized(locale, accountsPaths.signInLink(data.link))),
    },
    expiresAt,
  };
}
