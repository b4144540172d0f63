import { type PersonalPath, Secret } from '@/lib/core/secret';
import { longDay } from '@/lib/i18n/dates';
import { secretSentence, sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

interface Received {
  number: number;
  /** As it is shown: in groups. */
  code: Secret;
  receiptPath: PersonalPath;
  promisedFor: Date;
  phone: string;
}

/** The receipt, for people who gave a mail address. */
export async function receivedMail(locale: string, data: Received): Promise<MailContent> {
  const params = {
    number: data.number,
    date: longDay(data.promisedFor, locale),
    phone: data.phone,
  };
  const say = (key: string) => sentence(locale, `initiatives-mail.received.${key}`, params);
  return {
    subject: await say('subject'),
    hello: await sentence(locale, 'initiatives-mail.hello'),
    paragraphs: [
      await say('thanks'),
      await say('next'),
      await secretSentence(locale, 'initiatives-mail.received.code', { code: data.code }),
      await say('call'),
    ],
    link: { label: await say('link'), path: new Secret(data.receiptPath) },
  };
}
