import { z } from 'zod';
import { PAPER_BYTES_MAX } from '../rules';

const whose = {
  id: z.uuid('form.error.invalid'),
  person: z.uuid('form.error.invalid'),
};

export const keepCertificateSchema = z.object({
  ...whose,
  paper: z
    .custom<File>((value) => value instanceof File, 'meetings.refused.noPaper')
    .refine((file) => file.size > 0, 'meetings.refused.noPaper')
    .refine((file) => file.size <= PAPER_BYTES_MAX, 'meetings.refused.paperTooBig'),
});

export const takeCertificateSchema = z.object(whose);

export type KeepCertificateInput = z.output<typeof keepCertificateSchema>;
export type TakeCertificateInput = z.output<typeof takeCertificateSchema>;
