import { z } from 'zod';
import { line, tick } from '@/lib/core/text';
import { pollNumber } from '../schema';

/** A card's number or code, or an address, as it is said at the desk. */
export const givePaperSchema = z
  .object({
    poll: pollNumber,
    who: line(3, 254, 'voting.error.who'),
    district: z.union([z.literal(''), z.uuid()], { error: 'form.error.choose' }).default(''),
    age: tick,
  })
  .refine((input) => input.age, { path: ['age'], message: 'voting.error.paperAge' });

export type GivePaperInput = z.output<typeof givePaperSchema>;

export const takeBackSchema = z.object({ poll: pollNumber, paper: z.string().max(2000) });
