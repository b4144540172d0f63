import { z } from 'zod';
import { paragraphs, seenVersion } from '@/lib/core/text';

const session = z.coerce.number().int().positive();

/** As many as an agenda can have. */
const MOST_ITEMS = 30;

/** Field of an item's text; the position on the agenda is its name. */
export const recordField = (position: number) => `record${position}`;

const records: Record<string, z.ZodType<string | undefined>> = Object.fromEntries(
  Array.from({ length: MOST_ITEMS }, (_, index) => [
    recordField(index + 1),
    paragraphs(0, 3000).optional(),
  ]),
);

/** One text for each item, under the name of its field. */
export const minutesSchema = z
  .object({ ...records, session, version: seenVersion })
  .transform((input) => ({
    session: input.session,
    version: input.version,
    records: Object.entries(input).flatMap(([name, text]): MinutesRecord[] => {
      const position = /^record(\d+)$/.exec(name)?.[1];
      return position && typeof text === 'string' ? [{ position: Number(position), text }] : [];
    }),
  }));

interface MinutesRecord {
  position: number;
  text: string;
}

export type MinutesInput = z.output<typeof minutesSchema>;

export const minutesOfSchema = z.object({ session, version: seenVersion });
export type MinutesOfInput = z.output<typeof minutesOfSchema>;

export const returnMinutesSchema = z.object({
  session,
  version: seenVersion,
  note: paragraphs(5, 1000, 'forum.error.returnNote'),
});
export type ReturnMinutesInput = z.output<typeof returnMinutesSchema>;
