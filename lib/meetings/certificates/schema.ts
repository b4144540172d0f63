import { z } from 'zod';
import { broughtFile } from '@/lib/files/schema';

const whose = {
  id: z.uuid('form.error.invalid'),
  person: z.uuid('form.error.invalid'),
  /** The paper the page showed, empty: none. */
  seen: z.union([z.literal(''), z.uuid()], 'form.error.invalid'),
};

export const keepCertificateSchema = z.object({
  ...whose,
  paper: broughtFile('meetings.refused.noPaper', 'meetings.refused.paperTooBig'),
});

export const takeCertificateSchema = z.object(whose);

export type KeepCertificateInput = z.output<typeof keepCertificateSchema>;
export type TakeCertificateInput = z.output<typeof takeCertificateSchema>;
