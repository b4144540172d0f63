import { z } from 'zod';
import { choice, line, seenVersion, tick } from '@/lib/core/text';
import { broughtFile } from '@/lib/files/schema';
import { ALT_MAX, CONSENT_MAX, CONSENTS } from './rules';
import type { ActivationConsent } from './types';

const id = z.uuid('form.error.invalid');

const said = {
  altText: line(5, ALT_MAX),
  consent: choice(CONSENTS),
  consentNote: line(0, CONSENT_MAX).default(''),
  shown: tick,
};

export const addPhotoSchema = z
  .object({
    trialId: id,
    photo: broughtFile('activation-photos.error.missing', 'activation-photos.error.tooBig'),
    ...said,
  })
  .superRefine(paper);

export const changePhotoSchema = z.object({ id, version: seenVersion, ...said }).superRefine(paper);

/** Of whom somebody can be recognised there is a paper, of nobody there is none. */
function paper(
  { consent, consentNote }: { consent: ActivationConsent; consentNote: string },
  context: Pick<z.RefinementCtx, 'addIssue'>,
): void {
  if ((consent === 'WRITTEN') === (consentNote !== '')) return;
  context.addIssue({
    ...{ code: 'custom', path: ['consentNote'] },
    message:
      consent === 'WRITTEN'
        ? 'activation-photos.error.noPaper'
        : 'activation-photos.error.paperOfNobody',
  });
}

export const takePhotoSchema = z.object({ id });

export type AddPhotoInput = z.output<typeof addPhotoSchema>;
export type ChangePhotoInput = z.output<typeof changePhotoSchema>;
export type TakePhotoInput = z.output<typeof takePhotoSchema>;
