import { z } from 'zod';
import { withReach } from '@/lib/core/reach';
import { seenVersion, tick } from '@/lib/core/text';
import { LETTER_ERROR, person, which } from '../registrations/schema';

/** Name and contact of a sign-up as they are right, judged like those of a new one. */
export const correctPersonSchema = withReach(
  z.object({ ...which, seen: seenVersion, ...person }),
  LETTER_ERROR,
);

export type CorrectPersonInput = z.output<typeof correctPersonSchema>;

export const erasePersonSchema = z.object({
  ...which,
  seen: seenVersion,
  sure: tick.refine((yes) => yes, 'forum-person.error.notSure'),
});

export type ErasePersonInput = Omit<z.output<typeof erasePersonSchema>, 'sure'>;
