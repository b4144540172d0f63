import { z } from 'zod';
import { tick } from '@/lib/core/text';
import { ballotSchema, pollNumber } from '../ballots/schema';

const ticket = z.string().max(1000);
const cardCode = z
  .string({ error: 'accounts.error.cardCode' })
  .trim()
  .min(1, 'accounts.error.cardCode')
  .max(60, 'accounts.error.cardCode');

/** The code of a card, typed at the box in the office. */
export const kioskCardSchema = z.object({ code: cardCode });

/** The code as a caller reads it out. */
export const phoneCardSchema = z
  .object({ poll: pollNumber, code: cardCode, agreed: tick })
  .refine((input) => input.agreed, { path: ['agreed'], message: 'voting.error.agreed' });

export const deskBallotSchema = ballotSchema.and(z.object({ ticket }));
export type DeskBallotInput = z.output<typeof deskBallotSchema>;

export const deskDistrictSchema = z.object({
  poll: pollNumber,
  ticket,
  district: z.uuid({ error: 'form.error.choose' }),
});
