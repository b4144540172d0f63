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
  const say = (key: string) =>
    sentence(locale, `proposals-mail.received.${key}`, {
      number: data.number,
      date: longDay(data.promisedFor, locale),
      phone: data.phone,
    });
  return {
    subject: await say('subject'),
    paragraphs: [
      await say('thanks'),
      await say('next'),
      await secretSentence(locale, 'proposals-mail.received.code', { code: data.code }),
      await say('call'),
    ],
    link: { label: await say('link'), path: new Secret(data.receiptPath) },
  };
}
