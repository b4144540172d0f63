/** How many people a proposal matters to, and how many of them signed on paper. */
export interface Supported {
  supporters: number;
  paperSignatures: number;
}

/** The one question of the supporting page. */
export interface SupportChoice {
  number: number;
  title: string;
  supporters: number;
  isSupported: boolean;
  /** It, or what it is joined to, may still become real, of which this person hears as one who supports it. */
  isTold: boolean;
  /** Why this person cannot support it; null: they can. */
  hindrance: SupportHindrance | null;
}

export type SupportHindrance =
  | 'own'
  | 'wrote'
  | 'office'
  | 'finished'
  | 'closed'
  | 'merged'
  | 'withdrawn';
