import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { accountsPaths } from '../../paths';

/** Tells the owner of an account that from now on a sign-in elsewhere opens it, and how to undo that. */
export async function connectedMail(phone: string, locale: string): Promise<MailContent> {
  const say = (key: string, params = {}) =>
    sentence(locale, `accounts.mail.connected.${key}`, params);
  return {
    subject: await say('subject'),
    paragraphs: [await say('greeting'), await say('what'), await say('otherwise', { phone })],
    link: { label: await say('link'), path: localized(locale, accountsPaths.account()) },
  };
}
