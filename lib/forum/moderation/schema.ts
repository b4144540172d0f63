import { z } from 'zod';

export const moderationSchema = z.object({
  session: z.coerce.number().int().positive(),
  step: z.enum(['take', 'leave']),
  /** Ticked: the person's name may stand on the public page. */
  named: z.string().optional(),
});
export type ModerationInput = z.output<typeof moderationSchema>;
