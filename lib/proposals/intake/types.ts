/** A public proposal that may be about the same thing. */
export interface SimilarProposal {
  number: number;
  title: string;
  /** The beginning of the text. */
  excerpt: string;
  place: string;
  isSupportable: boolean;
}

/** What `listSimilarProposals` compares. */
export interface DraftText {
  title: string;
  body: string;
  districtId: string;
  place: string;
  categoryId: string;
}

/** A last look before sending: answers as the office will get them, and similar proposals. */
export interface ProposalCheck {
  rows: { label: string; value: string }[];
  similar: SimilarProposal[];
}
