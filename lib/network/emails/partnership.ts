import { localized } from '@/lib/core/paths';
import type { OpenPath } from '@/lib/core/secret';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { networkPaths } from '../paths';

interface Told {
  partnerId: string;
  partner: string;
  office: string;
  phone: string;
  /** Of the partners' own part of the site, without language. */
  area: OpenPath;
}

/** Tells somebody who acts for a partner that the partnership is over, or that it goes on. */
export async function partnershipMail(
  locale: string,
  what: 'ended' | 'takenUp',
  { partnerId, area, ...said }: Told,
): Promise<MailContent> {
  // messages: network.mail.*
  const say = (key: string) => sentence(locale, `network.mail.${key}`, said);
  return {
    subject: await say(`${what}.subject`),
    hello: await say('hello'),
    paragraphs: [await say(`${what}.text`), await say(`${what}.dates`)],
    ask: await say('ask'),
    link: { label: await say('link'), path: localized(locale, area) },
    desk: networkPaths.teamPartner(partnerId),
  };
}
