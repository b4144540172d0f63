import { z } from 'zod';
import { seenVersion, tick } from '@/lib/core/text';

export const erasePersonSchema = z.object({
  number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
  seen: seenVersion,
  sure: tick.refine((yes) => yes, 'initiatives-person.error.notSure'),
});

export type ErasePersonInput = Omit<z.output<typeof erasePersonSchema>, 'sure'>;
