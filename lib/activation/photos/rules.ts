import type { ActivationConsent } from './types';

/** The database holds these, too. */
export const PHOTOS_MAX = 5;
export const ALT_MAX = 200;
export const CONSENT_MAX = 200;
/** A form brings no more. */
export const PHOTO_BYTES_MAX = 900_000;

export const CONSENTS: readonly ActivationConsent[] = ['NOBODY', 'WRITTEN'];

/** The first place that is free; null: there are as many as may be. @param taken places, from 1 */
export function freePlace(taken: readonly number[]): number | null {
  const places = Array.from({ length: PHOTOS_MAX }, (_, index) => index + 1);
  return places.find((place) => !taken.includes(place)) ?? null;
}
