import { z } from 'zod';
import { line } from '@/lib/core/text';

/** An e-mail address or the number printed on an access card, and what is decided. */
export const forumRightSchema = z.object({
  who: line(3, 254),
  right: z.enum(['give', 'take'], { error: 'form.error.choose' }),
});

export type ForumRightInput = z.output<typeof forumRightSchema>;
