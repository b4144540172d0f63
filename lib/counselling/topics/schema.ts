import { z } from 'zod';
import { line, paragraphs, seenVersion } from '@/lib/core/text';
import { asList, namesMoney, TOPIC_LANGUAGES } from './rules';
import type { TopicLanguage } from './types';

export const TITLE_MAX = 80;
const INTRO_MAX = 600;
const LIST_MAX = 2000;
/** Of months; asked for once in this time at the latest. */
export const RHYTHMS = [1, 2, 3, 6, 9, 12, 18, 24] as const;

const MONEY = 'counselling-topics.error.money';
const withoutMoney = (text: string) => !namesMoney(text);

const list = paragraphs(0, LIST_MAX).transform(asList).refine(withoutMoney, MONEY).default('');

const months = z.coerce
  .number({ error: 'form.error.choose' })
  .refine((count) => (RHYTHMS as readonly number[]).includes(count), 'form.error.choose');

const parts = {
  forWhom: list,
  whatWeDo: list,
  pleaseBring: list,
  howItWorks: list,
  notDone: list,
  goodToKnow: list,
  otherHelp: list,
  notice: paragraphs(0, INTRO_MAX).refine(withoutMoney, MONEY).default(''),
};

export const addTopicSchema = z.object({
  title: line(2, TITLE_MAX).refine(withoutMoney, MONEY),
  intro: paragraphs(2, INTRO_MAX).refine(withoutMoney, MONEY),
  ...parts,
  reviewEveryMonths: months,
});

const id = z.uuid('form.error.invalid');

export const rewriteTopicSchema = z
  .object({
    id,
    version: seenVersion,
    language: z.enum(TOPIC_LANGUAGES as [TopicLanguage, ...TopicLanguage[]], {
      error: 'form.error.invalid',
    }),
    title: line(0, TITLE_MAX).refine(withoutMoney, MONEY),
    intro: paragraphs(0, INTRO_MAX).refine(withoutMoney, MONEY),
    ...parts,
    /** Asked for beside the German text alone. */
    reviewEveryMonths: months.optional(),
  })
  .superRefine(({ language, title, intro }, context) => {
    if (language !== 'GERMAN') return;
    for (const [name, text] of Object.entries({ title, intro })) {
      if (text.length < 2)
        context.addIssue({ code: 'custom', path: [name], message: 'form.error.required' });
    }
  });

const number = z.coerce.number({ error: 'form.error.invalid' }).int().min(1).max(1_000_000);

/** About one edition of a topic. */
export const editionSchema = z.object({ id, version: seenVersion, number });

export const takeBackSchema = z.object({ id, version: seenVersion });

export type AddTopicInput = z.output<typeof addTopicSchema>;
export type RewriteTopicInput = z.output<typeof rewriteTopicSchema>;
export type EditionInput = z.output<typeof editionSchema>;
export type TakeBackInput = z.output<typeof takeBackSchema>;
