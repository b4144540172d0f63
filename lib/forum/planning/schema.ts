import { z } from 'zod';
import { isLocalDate } from '@/lib/core/day.mjs';
import { line, paragraphs, seenVersion, tick } from '@/lib/core/text';

/** `2027-01-20`, also typed as `20.01.2027` or `20.1.2027` → ISO date, or null. */
function readDate(text: string): string | null {
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  const iso = german
    ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
    : text;
  return isLocalDate(iso) ? iso : null;
}

/** `17:30`, also `17.30`, `9:05` or `17:30 Uhr` → `HH:MM`, or null. */
function readTime(text: string): string | null {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s?Uhr)?$/i.exec(text);
  return found ? `${found[1]?.padStart(2, '0')}:${found[2]}` : null;
}

function read(parse: (text: string) => string | null, message: string) {
  return z
    .string({ error: message })
    .trim()
    .transform((text, context) => {
      const value = parse(text);
      if (value === null) context.addIssue({ code: 'custom', message });
      return value ?? '';
    });
}

const date = read(readDate, 'form.error.date');
const time = read(readTime, 'form.error.time');
const optionalDate = read((text) => (text === '' ? '' : readDate(text)), 'form.error.date');

const capacity = z
  .string()
  .trim()
  .default('')
  .refine((text) => /^(?:\d{1,4})?$/.test(text) && Number(text || 1) > 0, 'forum.error.capacity')
  .transform((text) => (text === '' ? null : Number(text)));

export const sessionFormSchema = z.object({
  /** Empty for a new session. */
  session: z.coerce.number().int().nonnegative().default(0),
  version: seenVersion.default(0),
  title: line(3, 120),
  date,
  start: time,
  end: time,
  /** Which of two, in the night when the clock is put back. */
  hour: z.enum(['', 'first', 'second']).default(''),
  place: line(3, 160),
  fallbackPlace: line(0, 160),
  access: paragraphs(0, 300),
  childCare: paragraphs(0, 300),
  liftService: paragraphs(0, 300),
  translation: paragraphs(0, 300),
  moderator: line(0, 80),
  minutesBy: line(0, 80),
  capacity,
  deadline: optionalDate,
  note: paragraphs(0, 1000),
  /** What names a day goes with the new one, too; only asked back. */
  daysChecked: z.literal('yes').optional(),
  /** Why it was called off; asked for nothing else. */
  callOffReason: paragraphs(5, 500, 'forum.error.reason').optional(),
  /** Why that is corrected; asked for only where other words stand there. */
  reason: paragraphs(0, 500).default(''),
  /** What stood there before must not be kept. */
  forget: tick,
  districts: z.array(z.string().max(80)).min(1, 'form.error.choose').max(50),
});

export type SessionFormInput = z.output<typeof sessionFormSchema>;
