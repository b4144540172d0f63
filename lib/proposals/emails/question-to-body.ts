import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { proposalsPaths } from '../paths';

interface Question {
  number: number;
  title: string;
  question: string;
  answerDueAt: Date | null;
  office: string;
  phone: string;
  mail: string;
}

/** Bodies are written to in the language of the office. */
const LOCALE = 'de';

/** Asks the body responsible; what is in it is public beside the proposal, too. */
export async function questionToBodyMail(data: Question): Promise<MailContent> {
  const { number, title, question, answerDueAt, office, phone, mail } = data;
  const date = answerDueAt ? longDay(answerDueAt, LOCALE) : '';
  const say = (key: string) =>
    sentence(LOCALE, `proposals-mail.${key}`, { number, title, date, office, phone, mail });
  return {
    subject: await say('toBody.subject'),
    paragraphs: [
      await say('toBody.text'),
      question,
      ...(date === '' ? [] : [await say('toBody.due')]),
      await say('toBody.reach'),
    ],
    link: { label: await say('link'), path: localized(LOCALE, proposalsPaths.proposal(number)) },
  };
}
