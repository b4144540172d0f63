import type { PublishedEntry } from '../entries/types';

/** What a subscribed calendar program gets to know about one entry. */
export type FeedEntry = Pick<
  PublishedEntry,
  'uid' | 'title' | 'place' | 'cancelled' | 'sequence' | 'changedAt' | 'series'
> & {
  /** Not at this time any more, and at no other yet. */
  postponed: boolean;
  /** Running text, paragraphs divided by a line break. */
  description: string;
  /** Word for its kind. */
  category: string;
  /** Address of its page. */
  url: string;
};

/** A calendar to subscribe to: whole, of a district, of a kind. */
export interface Feed {
  name: string;
  description: string;
  /** Address of the page that shows the same. */
  url: string;
  /** Goes before the title of what does not take place, for programs that ignore STATUS. */
  cancelledWord: string;
  postponedWord: string;
  entries: readonly FeedEntry[];
}
