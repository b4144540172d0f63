import { z } from 'zod';
import { seenVersion } from '@/lib/core/text';

export const giveKeptSchema = z.object({
  /** Of what another domain keeps. */
  id: z.uuid('form.error.invalid'),
  /** 0: nobody of the office was asked yet. */
  version: seenVersion,
  /** Empty: nobody of the office any more. */
  assigneeId: z.union([z.literal(''), z.uuid('form.error.choose')]).default(''),
});

export type GiveKeptInput = z.output<typeof giveKeptSchema>;
