import { z } from 'zod';
import { paragraphs, seenVersion } from '@/lib/core/text';
import { INVITE_MAX } from './rules';

export const inviteSchema = z.object({
  id: z.uuid('form.error.invalid'),
  version: seenVersion,
  text: paragraphs(10, INVITE_MAX),
});

export type InviteInput = z.output<typeof inviteSchema>;
