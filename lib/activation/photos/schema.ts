import { z } from 'zod';
import { choice, line, tick } from '@/lib/core/text';
import { ALT_MAX, CONSENT_MAX, CONSENTS, PHOTO_BYTES_MAX } from './rules';

const id = z.uuid('form.error.invalid');

export const addPhotoSchema = z
  .object({
    trialId: id,
    photo: z
      .custom<File>((value) => value instanceof File, 'activation-photos.error.missing')
      .refine((file) => file.size > 0, 'activation-photos.error.missing')
      .refine((file) => file.size <= PHOTO_BYTES_MAX, 'activation-photos.error.tooBig'),
    altText: line(5, ALT_MAX),
    consent: choice(CONSENTS),
    consentNote: line(0, CONSENT_MAX).default(''),
    shown: tick,
  })
  .superRefine(({ consent, consentNote }, context) => {
    if ((consent === 'WRITTEN') !== (consentNote !== ''))
      context.addIssue({
        ...{ code: 'custom', path: ['consentNote'] },
        message:
          consent === 'WRITTEN'
            ? 'activation-photos.error.noPaper'
            : 'activation-photos.error.paperOfNobody',
      });
  });

export const takePhotoSchema = z.object({ id });

export type AddPhotoInput = z.output<typeof addPhotoSchema>;
export type TakePhotoInput = z.output<typeof takePhotoSchema>;
