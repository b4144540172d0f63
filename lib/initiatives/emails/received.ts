import { longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

interface Received {
  number: number;
  title: string;
  /** As it is shown: in groups. */
  code: string;
  receiptPath: string;
  promisedFor: Date;
  phone: string;
}

/** The receipt, for people who gave a mail address. */
export async function receivedMail(locale: string, data: Received): Promise<MailContent> {
  const params = {
    number: data.number,
    title: data.title,
    code: data.code,
    date: longDay(data.promisedFor, locale),
    phone: data.phone,
  };
  const say = (key: string) => sentence(locale, `initiatives-mail.received.${key}`, params);
  return {
    subject: await say('subject'),
    paragraphs: [await say('thanks'), await say('next'), await say('code'), await say('call')],
    link: { label: await say('link'), path: data.receiptPath },
  };
}
