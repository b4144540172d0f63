import { z } from 'zod';
import { paragraphs, seenVersion } from '@/lib/core/text';

const session = z.coerce.number().int().positive();

/** Field of an item's text. Named by the item, not by its place, so that words stay with what they are about. */
export const recordField = (item: string) => `record-${item}`;

const RECORD = /^record-(.+)$/;
const recordSchema = z.object({ item: z.uuid(), text: paragraphs(0, 3000) });
type MinutesRecord = z.output<typeof recordSchema>;

/** How many came stands in the paper too, and is counted by somebody else than who writes. */
const attended = z.union([
  z.literal('').transform(() => null),
  z.coerce.number().int().nonnegative(),
]);

/** Which of the two buttons: what was typed is kept with either. */
const step = z.enum(['save', 'handOver']);

/** One text for each item, under the name of its field. */
export const minutesSchema = z
  .looseObject({ session, version: seenVersion, step, attended: attended.default(null) })
  .transform(
    ({ session: number, version, step: pressed, attended: count, ...fields }, { addIssue }) => {
      const records: MinutesRecord[] = [];
      for (const [name, text] of Object.entries(fields)) {
        const item = RECORD.exec(name)?.[1];
        if (!item) continue;
        const record = recordSchema.safeParse({ item, text });
        if (record.success) records.push(record.data);
        else addIssue({ code: 'custom', message: messageOf(record.error), path: [name] });
      }
      return { session: number, version, step: pressed, attended: count, records };
    },
  );

const messageOf = ({ issues }: z.ZodError) => issues[0]?.message ?? 'form.error.invalid';

export type MinutesInput = Pick<z.output<typeof minutesSchema>, 'session' | 'version' | 'records'>;
export type SubmitMinutesInput = MinutesInput & Pick<z.output<typeof minutesSchema>, 'attended'>;

export const minutesOfSchema = z.object({ session, version: seenVersion });
export type MinutesOfInput = z.output<typeof minutesOfSchema>;

export const returnMinutesSchema = z.object({
  session,
  version: seenVersion,
  note: paragraphs(5, 1000, 'forum.error.returnNote'),
});
export type ReturnMinutesInput = z.output<typeof returnMinutesSchema>;
