/** What whoever counsels prints, as it stands in addresses: that somebody may speak, that something may be passed on. */
export const COUNSELLING_PAPERS = ['schweigepflicht', 'weitergabe'] as const;

export type CounsellingPaper = (typeof COUNSELLING_PAPERS)[number];

/** The carrier's own words of each: with none there is no such paper. */
export const PAPER_TEXTS = {
  schweigepflicht: 'CONSENT_SECRECY',
  weitergabe: 'CONSENT_PASS_ON',
} as const satisfies Record<CounsellingPaper, string>;

export const isCounsellingPaper = (text: string): text is CounsellingPaper =>
  (COUNSELLING_PAPERS as readonly string[]).includes(text);

export interface PaperOffered {
  what: CounsellingPaper;
  language: 'de' | 'de-LS';
}
