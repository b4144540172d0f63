import { z } from 'zod';

const code = z
  .string({ error: 'accounts.error.secondFactor' })
  .trim()
  .min(1, 'accounts.error.secondFactor')
  .max(40, 'accounts.error.secondFactor');

export const secondFactorSchema = z.object({ code, next: z.string().max(500).optional() });

export const appCodeSchema = z.object({ code });

export const demoSecondFactorSchema = z.object({ next: z.string().max(500).optional() });
