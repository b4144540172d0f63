export type ActivationConsent = 'NOBODY' | 'WRITTEN';

/** A photo as the office sees it. */
export interface PhotoView {
  id: string;
  altText: string;
  consent: ActivationConsent;
  consentNote: string;
  shown: boolean;
  version: number;
}

/** What everybody sees of one. */
export type PublicPhoto = Pick<PhotoView, 'id' | 'altText'>;
