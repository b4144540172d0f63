import { z } from 'zod';
import { pollNumber } from '../schema';

/** Typed by the office at the start and, to end it, on the same device. */
const endCode = z
  .string({ error: 'voting.error.endCode' })
  .trim()
  .regex(/^\d{4,12}$/, { error: 'voting.error.endCode' });

export const startKioskSchema = z.object({ poll: pollNumber, endCode });
export type StartKioskInput = z.output<typeof startKioskSchema>;

export const endKioskSchema = z.object({ endCode });
