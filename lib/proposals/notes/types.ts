/** What the office wrote with one step, as everybody reads it, for putting it right. */
export interface NoteOnDesk {
  id: string;
  at: Date;
  note: string;
  /** What comes instead, where this step gave it up and it stands so; null elsewhere. */
  alternative: string | null;
  version: number;
  earlier: {
    id: string;
    at: Date;
    reason: string;
    /** Texts by column; empty once they were kept long enough. */
    earlier: { column: string; text: string }[];
  }[];
}

/** The office's page about what it wrote with the steps of one proposal. */
export interface NoteDesk {
  number: number;
  title: string;
  /** Whether whoever made it gets messages of ours. */
  hears: boolean;
  notes: NoteOnDesk[];
}
