import { z } from 'zod';
import { line, tick } from '@/lib/core/text';

export const profileSchema = z.object({
  displayName: line(0, 60),
  district: z.union([z.literal(''), z.uuid('form.error.choose')]).default(''),
  locale: z.enum(['de', 'de-LS', 'en'], 'form.error.choose'),
});

export const endSessionSchema = z.object({ session: z.uuid('form.refused.notFound') });

export const nothingSchema = z.object({});

export const deleteAccountSchema = z.object({
  sure: tick.refine((yes) => yes, 'accounts.error.notSure'),
});
