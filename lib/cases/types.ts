/** How whoever has a case is reached; `NUMBER`: they ask by number and are told nothing. */
export type ContactKind = 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER';

/** Whoever has a case, as far as one must know them to tell them something. */
export interface CasePerson {
  /** Of the case. */
  readonly id: string;
  readonly name: string;
  readonly contactKind: ContactKind;
  readonly contactValue: string;
  /** The language it was handed in in. */
  readonly locale: string;
}

/** Cases that went from one state to another. */
export interface Moved<State extends string> {
  readonly ids: readonly string[];
  readonly from: State;
  readonly to: State;
  readonly at: Date;
}

/** What a number alone tells: where it stands, nothing of what it is about. */
export interface NumberState {
  /** Catalogue key of the state's label. */
  state: string;
  /** Local date `YYYY-MM-DD` until which an answer is promised. */
  promisedFor: string | null;
  /** Where everybody may read about it; null when it is nobody's business. */
  path: string | null;
}

/** How somebody comes to a case of one kind from a slip of paper. */
export interface CaseDoor {
  /** What a number tells anybody. */
  byNumber(number: number): Promise<NumberState | null>;
  /** Its owner's own page; null when the code or key opens none. Tries are counted by whoever asks all kinds. */
  byKey(key: string): Promise<string | null>;
}

/** Another page that asks for a number of its own, told by its shape alone: nothing is looked up for it. */
export interface OtherDoor {
  /** The number in what was typed, with a code or without; null for what has another shape. */
  numberOf(typed: string): number | null;
  readonly path: string;
  /** Catalogue keys: what is said with `number`, and the link below it. */
  readonly words: string;
  readonly link: string;
}

/** The two keys to a case: the code on the receipt and the signed one in mails; neither opens another kind. */
export interface CaseKeys {
  /** The code's purpose, which its hash depends on, and its length. */
  readonly code: { readonly purpose: string; readonly characters: number };
  /** What the key of a mail is signed for; null where mails carry the code itself. */
  readonly signedFor: string | null;
}

/** What sentences say somebody did, of which rows they say it, and what proves it. All conditions are over the alias `t`. */
export interface Act {
  /** Full keys of the sentences; each stands once in the whole house. */
  readonly of: readonly string[];
  /** `table t WHERE …`: the rows it is said of. */
  readonly said: string;
  /** Holds for a row only where it was done. */
  readonly proof: string;
  /** Statements after which the sentence would be said of a row without its proof. */
  readonly lie: string;
  /** The constraint, or the words of the trigger, that refuses the lie; left out: only the test finds it. */
  readonly refusedBy?: string;
}

/** What a domain says of acts. */
export interface Acts {
  readonly acts: readonly Act[];
  /** Keys that look like the state of something and say nothing that was done, `group.*` for all in a group: why. */
  readonly noAct: Readonly<Record<string, string>>;
}
