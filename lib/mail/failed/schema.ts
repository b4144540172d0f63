import { z } from 'zod';

/** `retry` sends it once more, `drop` means: the office told the person itself. */
export const failedMailSchema = z.object({
  id: z.uuid('form.error.invalid'),
  way: z.enum(['retry', 'drop']).default('retry'),
});

export type FailedMailInput = z.output<typeof failedMailSchema>;
