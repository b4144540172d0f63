import type { ActivationConsent } from './types';

/**
 * The database holds these, too. Five of each trial tell what it was like: everybody's page shows those of all trials of
 * a format, and each holds people who may take their consent back, so that somebody has to find it again.
 */
export const PHOTOS_MAX = 5;
export const ALT_MAX = 200;
export const CONSENT_MAX = 200;

export const CONSENTS: readonly ActivationConsent[] = ['NOBODY', 'WRITTEN'];

/** The first place that is free; null: there are as many as may be. @param taken places, from 1 */
export function freePlace(taken: readonly number[]): number | null {
  const places = Array.from({ length: PHOTOS_MAX }, (_, index) => index + 1);
  return places.find((place) => !taken.includes(place)) ?? null;
}
