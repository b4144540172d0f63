import { type OpenPath, type PersonalPath, Secret } from '@/lib/core/secret';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

export interface StepTaken {
  /** Name of the step: a group of sentences in the catalogue. */
  step: string;
  number: number;
  /** `null` for an address nobody has shown to be theirs: nothing a stranger typed goes there. */
  title: string | null;
  /** What the sentences of this step name: a body, a day, a reason. */
  params: Readonly<Record<string, string | number>>;
  /** Texts of the office or of a body, passed on as they are. */
  quotes: readonly string[];
  /** The author's own page. */
  own: PersonalPath;
  /** The page everybody reads, if it has one. */
  shared: OpenPath | null;
  /** The proposal in the office. */
  desk: OpenPath;
  phone: string;
  /** Name of the Forum here. */
  forum: string;
}

/** Tells the author what happened to the proposal and what comes next. */
export async function stepTakenMail(locale: string, data: StepTaken): Promise<MailContent> {
  const { number, title, phone, forum } = data;
  const about = await sentence(
    locale,
    title === null ? 'proposals-mail.about.number' : 'proposals-mail.about.title',
    { number, title: title ?? '' },
  );
  // messages: proposals-mail.*
  const say = (key: string) =>
    sentence(locale, `proposals-mail.${key}`, { ...data.params, number, about, phone, forum });
  return {
    subject: await say(`${data.step}.subject`),
    paragraphs: [await say(`${data.step}.text`), ...data.quotes],
    ask: await say('questions'),
    link: { label: await say('link'), path: data.shared ?? new Secret(data.own) },
    desk: data.desk,
  };
}

/** Tells somebody who supported it that it has become real. */
export async function finishedMail(
  locale: string,
  data: Pick<StepTaken, 'number' | 'quotes'> & { title: string; path: OpenPath },
): Promise<MailContent> {
  const { number, title } = data;
  const say = (key: string) => sentence(locale, `proposals-mail.${key}`, { number, title });
  return {
    subject: await say('supported.subject'),
    paragraphs: [await say('supported.text'), ...data.quotes],
    link: { label: await say('link'), path: data.path },
  };
}
