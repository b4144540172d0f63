import { z } from 'zod';

/** As telephones and scanners make them; the front lets in no more (`lib/server/requests.mjs`). */
const MOST_BYTES = 12_000_000;

/**
 * A file somebody brings in a form.
 * @param missing said where there is none @param tooBig said of one that is larger @param most bytes
 */
export const broughtFile = (missing: string, tooBig: string, most: number = MOST_BYTES) =>
  z
    .custom<File>((value) => value instanceof File, missing)
    .refine((file) => file.size > 0, missing)
    .refine((file) => file.size <= most, tooBig);
