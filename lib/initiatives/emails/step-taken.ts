import { type OpenPath, type PersonalPath, Secret } from '@/lib/core/secret';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

interface StepTaken {
  /** Name of the step: a group of sentences in the catalogue. */
  step: string;
  number: number;
  /** For the office; to an address nobody has shown to be theirs goes no text of others. */
  title: string | null;
  /** What the office wrote, passed on as it is. */
  quotes: readonly string[];
  /** The asker's own page. */
  path: PersonalPath;
  /** The request in the office. */
  desk: OpenPath;
  phone: string;
}

// messages: initiatives-mail.*.subject, initiatives-mail.*.text
/** Tells the asker what the office did and what comes next. */
export async function stepTakenMail(locale: string, data: StepTaken): Promise<MailContent> {
  const { number, title, phone } = data;
  const about = await sentence(
    locale,
    title === null ? 'initiatives-mail.about.number' : 'initiatives-mail.about.title',
    { number, title: title ?? '' },
  );
  const say = (key: string) =>
    sentence(locale, `initiatives-mail.${key}`, { number, about, phone });
  return {
    subject: await say(`${data.step}.subject`),
    hello: await say('hello'),
    paragraphs: [await say(`${data.step}.text`), ...data.quotes.filter((text) => text !== '')],
    ask: await say('questions'),
    link: { label: await say('link'), path: new Secret(data.path) },
    desk: data.desk,
  };
}
