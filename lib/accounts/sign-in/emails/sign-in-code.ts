import { localized, routes } from '@/lib/core/routes';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

/** The mail somebody gets who wants to sign in. @param data.code as shown, e.g. `ABCD-EFGH` */
export async function signInCodeMail(
  data: { code: string; link: string; minutes: number; phone: string },
  locale: string,
): Promise<MailContent> {
  const say = (key: string, params = {}) => sentence(locale, `accounts.mail.code.${key}`, params);
  return {
    subject: await say('subject'),
    paragraphs: [
      await say('greeting'),
      await say('code', { code: data.code }),
      await say('until', { minutes: data.minutes }),
      await say('otherwise', { phone: data.phone }),
    ],
    link: {
      label: await say('link'),
      path: localized(locale, routes.signInLink(data.link)),
    },
  };
}
