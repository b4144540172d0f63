export type TopicLanguage = 'GERMAN' | 'EASY' | 'ENGLISH';

/** The parts of a page that are lists: each line is an item. */
export type TopicList =
  | 'forWhom'
  | 'whatWeDo'
  | 'pleaseBring'
  | 'howItWorks'
  | 'notDone'
  | 'goodToKnow'
  | 'otherHelp';

/** What a page says in one language; what is empty there is read in German. */
export interface TopicText extends Record<TopicList, string> {
  title: string;
  intro: string;
  notice: string;
}

/** What an edition says, by language; German is always there. */
export type TopicTexts = Partial<Record<TopicLanguage, TopicText>>;

/** Words of the carrier in the reader's language, or else in German. */
export interface Said {
  text: string;
  lang: 'de' | 'en';
}

/** How much of it is there in the reader's language. */
export type Translated = 'whole' | 'partly' | 'not';

/** A topic page as it is read. */
export interface TopicReading {
  title: Said;
  intro: Said;
  /** In the order of the page; an empty one is left out. */
  lists: { part: TopicList; items: string[]; lang: Said['lang'] }[];
  notice: Said | null;
  translated: Translated;
}

/** `REVIEW_DUE` follows from the date alone. */
export type TopicState = 'DRAFT' | 'REVIEWED' | 'PUBLISHED' | 'REVIEW_DUE';

/** What the office looks at first: fine, due soon, due, nothing public. */
export type TopicLight = 'good' | 'soon' | 'due' | 'none';

/** What the rules look at of an edition; dates are local dates `YYYY-MM-DD`. */
export interface EditionFacts {
  isPublic: boolean;
  reviewedOn: string | null;
  /** Months that review was to count for; null: as many as the topic says. */
  reviewedFor: number | null;
  earlierReviewOn: string | null;
}

export interface TopicCard {
  slug: string;
  title: Said;
  intro: Said;
}

export interface TopicPage extends TopicReading {
  slug: string;
  /** `YYYY-MM-DD`. */
  reviewedOn: string;
  dueOn: string;
  isDue: boolean;
}

/** A topic in the list of the office. */
export interface TopicRow {
  id: string;
  title: string;
  state: TopicState;
  light: TopicLight;
  /** Of the public edition, `YYYY-MM-DD`. */
  dueOn: string | null;
  /** Something newer than what is public has been written. */
  hasNewer: boolean;
}

/** Whoever did it; no name once their account is gone. */
export type Doer = string | null;

export interface EditionRow extends EditionFacts {
  number: number;
  writtenAt: Date;
  writtenBy: Doer;
  reviewedBy: Doer;
  publishedAt: Date | null;
  publishedBy: Doer;
  publicUntil: Date | null;
  languages: TopicLanguage[];
}

/** A topic as the office works on it; the newest edition first. */
export interface TopicCase {
  id: string;
  slug: string;
  version: number;
  reviewEveryMonths: number;
  title: string;
  editions: EditionRow[];
  /** What the newest edition says. */
  texts: TopicTexts;
}

/** An edition somebody should confirm. */
export interface ToReview {
  /** Of the topic. */
  id: string;
  number: number;
  title: string;
  /** `YYYY-MM-DD`, of what everybody reads; null: nobody reads it yet. */
  dueOn: string | null;
}

/** An edition as it is read before somebody confirms it. */
export interface TopicReview extends EditionFacts {
  id: string;
  version: number;
  number: number;
  texts: TopicTexts;
}
