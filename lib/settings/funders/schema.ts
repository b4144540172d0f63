import { z } from 'zod';
import { line, seenVersion } from '@/lib/core/text';
import { broughtFile } from '@/lib/files/schema';
import { webAddress } from '../schema';

const MOST_LOGO_BYTES = 900_000;
const TOO_BIG = 'settings.error.logoTooBig';

const said = { name: line(2, 120), url: webAddress };

export const addFunderSchema = z.object({
  ...said,
  logo: broughtFile('settings.error.logoMissing', TOO_BIG, MOST_LOGO_BYTES),
});

const seen = { id: z.uuid('form.error.invalid'), version: seenVersion };

export const changeFunderSchema = z.object({
  ...{ ...seen, ...said },
  /** None chosen: the one it has stays. */
  logo: z
    .custom<File>((value) => value instanceof File, 'settings.error.logoMissing')
    .refine((file) => file.size <= MOST_LOGO_BYTES, TOO_BIG)
    .transform((file) => (file.size > 0 ? file : null)),
});

export const moveFunderSchema = z.object(seen);

export type AddFunderInput = z.output<typeof addFunderSchema>;
export type ChangeFunderInput = z.output<typeof changeFunderSchema>;
export type MoveFunderInput = z.output<typeof moveFunderSchema>;
