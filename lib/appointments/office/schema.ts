import { z } from 'zod';
import { plusDays } from '@/lib/core/day.mjs';
import { tick } from '@/lib/core/text';
import { CALLED_OFF_DAYS } from '../rules';
import { takeOffDays } from '../times/schema';

/** Days of somebody who cannot say so; `certain`: nobody presses it by the way. */
export const callOffSchema = z
  .object({
    counsellor: z.uuid('form.error.choose').toLowerCase(),
    ...takeOffDays,
    certain: tick.refine((isTicked) => isTicked, { error: 'appointments-office.error.certain' }),
  })
  .transform(({ untilDay, ...rest }) => ({ ...rest, untilDay: untilDay ?? rest.fromDay }))
  .superRefine(({ fromDay, untilDay }, context) => {
    if (untilDay < fromDay || untilDay > plusDays(fromDay, CALLED_OFF_DAYS))
      context.addIssue({
        code: 'custom',
        path: ['untilDay'],
        message: 'appointments-office.error.untilDay',
      });
  });
export type CallOffInput = z.output<typeof callOffSchema>;
