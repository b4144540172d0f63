import { z } from 'zod';
import { tick } from '@/lib/core/text';
import { ballotSchema, pollNumber } from '../schema';

const ticket = z.string().max(1000);
const cardCode = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(60, missing);

/** The code of a card, typed at the box in the office. */
export const kioskCardSchema = z.object({ code: cardCode('accounts.error.cardCode') });

/** The code as a caller reads it out, once the caller has agreed. */
export const phoneCardSchema = z.object({
  poll: pollNumber,
  agreed: tick.refine((agreed) => agreed, 'voting.error.agreed'),
  code: cardCode('voting.error.phoneCode'),
});

export const deskBallotSchema = ballotSchema.and(z.object({ ticket }));
export type DeskBallotInput = z.output<typeof deskBallotSchema>;

export const deskDistrictSchema = z.object({
  poll: pollNumber,
  ticket,
  district: z.uuid({ error: 'form.error.choose' }),
});
