import { z } from 'zod';
import { LARGEST_NUMBER, paragraphs } from '@/lib/core/text';

/** A line for each of twenty thousand papers. */
const LONGEST_SHEET = 600_000;

const poll = z.coerce.number().int().positive().max(LARGEST_NUMBER);
const channel = z.enum(['PAPER', 'HANDS'], 'form.error.choose');

const amount = (text: unknown): number | null => {
  const digits = typeof text === 'string' ? text.trim() : '';
  if (digits === '') return 0;
  return /^\d{1,5}$/.test(digits) ? Number(digits) : null;
};

/** An empty field is nothing counted. */
const number = z
  .string()
  .optional()
  .refine((text) => amount(text) !== null, 'counting.error.notANumber')
  .transform((text) => amount(text) ?? 0);

const NUMBER_FIELD = /^votes-(\d{1,3})$/;

/** A sheet in either form; fields `votes-1`, `votes-2`, … hold one number for each option. */
export const countSheetSchema = z
  .object({
    poll,
    channel,
    abstentions: number,
    spoiled: number,
    lines: z
      .string()
      .max(LONGEST_SHEET, 'counting.error.tooManyPapers')
      .default('')
      .transform((text) => text.replace(/\r\n?/g, '\n')),
  })
  .catchall(z.unknown())
  .transform((fields, context) => {
    const numbers: number[] = [];
    for (const [name, text] of Object.entries(fields)) {
      const position = NUMBER_FIELD.exec(name)?.[1];
      if (position === undefined) continue;
      const value = amount(text);
      if (value === null) {
        const message = 'counting.error.notANumber';
        context.addIssue({ code: 'custom', path: [name], message });
      }
      numbers[Number(position) - 1] = value ?? 0;
    }
    const { abstentions, spoiled, lines } = fields;
    return {
      ...{ poll: fields.poll, channel: fields.channel, abstentions, spoiled, lines },
      numbers: Array.from(numbers, (value) => value ?? 0),
    };
  });

export type CountSheetInput = z.output<typeof countSheetSchema>;

export const confirmSurplusSchema = z.object({ poll, channel, remark: paragraphs(20, 600) });

/** Two ids and what is between them. */
const LONGEST_SEEN = 80;

export const restartCountSchema = z.object({
  ...{ poll, channel },
  seen: z.string('form.error.invalid').max(LONGEST_SEEN, 'form.error.invalid'),
});

export type RestartCountInput = z.output<typeof restartCountSchema>;

export const countAgainSchema = z.object({ poll });
