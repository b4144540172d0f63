import { z } from 'zod';
import { paragraphs, seenVersion } from '@/lib/core/text';

const session = z.coerce.number().int().positive();

/** Field of an item's text. Named by the item, not by its place, so that words stay with what they are about. */
export const recordField = (item: string) => `record-${item}`;

const RECORD = /^record-(.+)$/;
const recordSchema = z.object({ item: z.uuid(), text: paragraphs(0, 3000) });
type MinutesRecord = z.output<typeof recordSchema>;

/** One text for each item, under the name of its field. */
export const minutesSchema = z
  .looseObject({ session, version: seenVersion })
  .transform(({ session: number, version, ...fields }, { addIssue }) => {
    const records: MinutesRecord[] = [];
    for (const [name, text] of Object.entries(fields)) {
      const item = RECORD.exec(name)?.[1];
      if (!item) continue;
      const record = recordSchema.safeParse({ item, text });
      if (record.success) records.push(record.data);
      else addIssue({ code: 'custom', message: messageOf(record.error), path: [name] });
    }
    return { session: number, version, records };
  });

const messageOf = ({ issues }: z.ZodError) => issues[0]?.message ?? 'form.error.invalid';

export type MinutesInput = z.output<typeof minutesSchema>;

export const minutesOfSchema = z.object({ session, version: seenVersion });
export type MinutesOfInput = z.output<typeof minutesOfSchema>;

/** How many came stands in the paper too, and is counted by somebody else than who writes. */
export const submitMinutesSchema = minutesOfSchema.extend({
  attended: z.union([z.literal('').transform(() => null), z.coerce.number().int().nonnegative()]),
});
export type SubmitMinutesInput = z.output<typeof submitMinutesSchema>;

export const returnMinutesSchema = z.object({
  session,
  version: seenVersion,
  note: paragraphs(5, 1000, 'forum.error.returnNote'),
});
export type ReturnMinutesInput = z.output<typeof returnMinutesSchema>;
