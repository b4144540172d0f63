import { type OpenPath, type PersonalPath, Secret } from '@/lib/core/secret';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';

export interface StepTaken {
  /** Name of the step: a group of sentences in the catalogue. */
  step: string;
  number: number;
  /** Number of the proposal it goes on with, where theirs is joined to another: what is told is told of that one. */
  joinedTo?: number | null;
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

/** What it is about, in the words its reader knows it by. */
async function aboutIn(
  locale: string,
  { number, title, joinedTo = null }: Pick<StepTaken, 'number' | 'title' | 'joinedTo'>,
): Promise<string> {
  if (joinedTo !== null)
    return sentence(locale, 'proposals-mail.about.joined', { number, joinedTo });
  return title === null
    ? sentence(locale, 'proposals-mail.about.number', { number })
    : sentence(locale, 'proposals-mail.about.title', { title });
}

/** Tells the author what happened to the proposal and what comes next. */
export async function stepTakenMail(locale: string, data: StepTaken): Promise<MailContent> {
  const { number, phone, forum } = data;
  const about = await aboutIn(locale, data);
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

/** Tells whoever went along with another proposal that it is over and theirs goes on. */
export async function freedMail(
  locale: string,
  data: Pick<StepTaken, 'number' | 'joinedTo' | 'own' | 'desk' | 'phone'> & {
    leadNumber: number;
    /** Why it is over, as everybody reads it; may be empty. */
    reason: string;
  },
): Promise<MailContent> {
  const { number, leadNumber, reason, phone } = data;
  const about = await aboutIn(locale, { ...data, title: null });
  const say = (key: string) =>
    sentence(locale, `proposals-mail.${key}`, { number, about, leadNumber, phone });
  return {
    subject: await say('freed.subject'),
    paragraphs: [await say('freed.text'), ...(reason === '' ? [] : [reason])],
    ask: await say('questions'),
    link: { label: await say('link'), path: new Secret(data.own) },
    desk: data.desk,
  };
}

/**
 * Tells somebody who supported it that it has become real.
 * @param data `own`: the one they supported, where that is another, which is joined to it
 */
export async function finishedMail(
  locale: string,
  data: Pick<StepTaken, 'number' | 'quotes'> & { title: string; path: OpenPath; own: number },
): Promise<MailContent> {
  const { number, title, own } = data;
  const say = (key: string) => sentence(locale, `proposals-mail.${key}`, { number, title, own });
  return {
    subject: await say('supported.subject'),
    paragraphs: [await say(own === number ? 'supported.text' : 'supported.joined'), ...data.quotes],
    link: { label: await say('link'), path: data.path },
  };
}
