import 'server-only';
import { publicly, sameFor } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { isUuid } from '@/lib/core/uuid.mjs';
import { openStorage } from '@/lib/files/storage.mjs';
import { getOffice } from '@/lib/settings/queries';
import type { Prisma } from '@/prisma/generated/client';
import { ACTIVATION_RIGHTS } from '../access';
import type { PhotoView } from './types';

/** Of one trial. */
export const listPhotos = sameFor(
  ACTIVATION_RIGHTS.formats,
  async (trialId: string): Promise<PhotoView[]> =>
    db.activationPhoto.findMany({
      where: { trialId },
      orderBy: { position: 'asc' },
      select: {
        ...{ id: true, altText: true, consent: true, consentNote: true, shown: true },
        version: true,
      },
    }),
);

/** The carrier's own words for whoever agrees to photos; null: it has written none, so there is no sheet to sign. */
export const findPhotoConsent = sameFor(
  ACTIVATION_RIGHTS.formats,
  async (locale: string): Promise<string | null> =>
    (await getOffice({ locale })).ownTexts.CONSENT_PHOTO?.text ?? null,
);

/** A photo everybody may see: it was released, and its format is told of. */
export const findShownPhoto = publicly(
  (id: string): Promise<Buffer | null> =>
    pictureOf(id, { shown: true, trial: { reached: { not: null }, format: { published: true } } }),
);

/** Any photo, for the office. */
export const findPhoto = sameFor(
  ACTIVATION_RIGHTS.formats,
  (id: string): Promise<Buffer | null> => pictureOf(id, {}),
);

async function pictureOf(
  id: string,
  where: Prisma.ActivationPhotoWhereInput,
): Promise<Buffer | null> {
  if (!isUuid(id)) return null;
  const photo = await db.activationPhoto.findFirst({
    where: { ...where, id },
    select: { fileId: true },
  });
  return photo && openStorage(readEnv()).read(photo.fileId);
}
