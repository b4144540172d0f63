import { z } from 'zod';

export const supportProposalSchema = z.object({
  number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
  wanted: z.enum(['yes', 'no'], { error: 'form.error.choose' }),
});

export type SupportProposalInput = z.output<typeof supportProposalSchema>;
