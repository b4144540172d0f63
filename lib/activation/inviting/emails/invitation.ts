import { localized } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { activationPaths } from '../../paths';

interface Inviting {
  survey: { id: string; code: string; title: string; isTold: boolean };
  /** What the office says, in its own words. */
  text: string;
  phone: string;
}

/** Whoever wanted to be invited is. Nobody is named in it: who typed in an address nobody has proven. */
export async function invitationMail(
  locale: string,
  { survey: { id, code, title, isTold }, text, phone }: Inviting,
): Promise<MailContent> {
  const say = (key: string, params = {}) =>
    // messages: activation-inviting.mail.*
    sentence(locale, `activation-inviting.mail.${key}`, params);
  return {
    subject: await say('subject', { title }),
    hello: await say('hello'),
    paragraphs: [await say('asked', { title }), text, ...(isTold ? [await say('told')] : [])],
    ask: await say('ask', { phone }),
    link: isTold
      ? {
          label: await say('link'),
          path: localized(locale, activationPaths.surveyResult(code)),
        }
      : undefined,
    desk: activationPaths.teamInvitations(id),
  };
}
