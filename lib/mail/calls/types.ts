export type CallKind = 'PHONE' | 'LETTER';

/** A call or letter the office owes somebody. */
export interface CallItem {
  id: string;
  kind: CallKind;
  /** Name as given; may be empty. */
  person: string;
  /** Number or address. */
  contact: string;
  subject: string;
  message: string;
  /** Path of ours that belongs to it; may be empty. */
  link: string;
  dueAt: Date | null;
  createdAt: Date;
  doneAt: Date | null;
  /** What the office noted about tries. */
  note: string;
  version: number;
}

export interface CallList {
  phone: CallItem[];
  letters: CallItem[];
  /** Done since yesterday: can be put back. */
  done: CallItem[];
}
