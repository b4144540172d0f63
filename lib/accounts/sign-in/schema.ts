import { z } from 'zod';
import { mailAddress } from '@/lib/core/text';

const next = z.string().max(500).optional();

export const requestCodeSchema = z.object({
  email: mailAddress,
  next,
  // What is no request's name replaces none.
  after: z.uuid().nullable().catch(null),
});

export const addressSchema = z.object({ email: mailAddress });

export const enterCodeSchema = z.object({
  request: z.uuid('accounts.refused.codeExpired'),
  code: z
    .string({ error: 'accounts.error.code' })
    .trim()
    .min(1, 'accounts.error.code')
    .max(40, 'accounts.error.code'),
});

export const confirmLinkSchema = z.object({
  token: z.string('accounts.refused.linkExpired').min(1).max(100, 'accounts.refused.linkExpired'),
});
