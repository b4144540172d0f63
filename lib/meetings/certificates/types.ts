/** A paper as it goes out. */
export interface Paper {
  bytes: Buffer;
  /** `application/pdf` or `image/jpeg`. */
  type: string;
}
