import { z } from 'zod';
import { seenVersion, tick } from '@/lib/core/text';
import { asOfficeTypes } from '../intake/schema';

const which = {
  number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
  seen: seenVersion,
};

/** Name and contact as they are right, judged like those of a card. */
export const correctPersonSchema = asOfficeTypes(z.object(which));

export type CorrectPersonInput = z.output<typeof correctPersonSchema>;

export const erasePersonSchema = z.object({
  ...which,
  sure: tick.refine((yes) => yes, 'proposals-person.error.notSure'),
});

export type ErasePersonInput = Omit<z.output<typeof erasePersonSchema>, 'sure'>;
