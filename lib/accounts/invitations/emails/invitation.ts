import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { accountsPaths } from '../../paths';

/** Tells somebody that rights wait for them; the link leads to the ordinary sign-in and proves nothing. */
export async function invitationMail(
  data: { office: string; phone: string; days: number; staff: boolean },
  locale: string,
): Promise<MailContent> {
  const say = (key: string, params = {}) =>
    sentence(locale, `accounts.mail.invitation.${key}`, params);
  return {
    subject: await say('subject', { office: data.office }),
    paragraphs: [
      await say('greeting'),
      await say(data.staff ? 'staff' : 'partner', { office: data.office }),
      await say('how', { days: data.days }),
      ...(data.staff ? [await say('secondFactor')] : []),
      await say('otherwise', { phone: data.phone }),
    ],
    link: { label: await say('link'), path: localized(locale, accountsPaths.signIn()) },
  };
}
