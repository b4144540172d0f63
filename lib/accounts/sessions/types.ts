/** The browser that is about to be signed in. */
export interface NewSession {
  /** Value of its cookie; only a hash of it is stored. */
  token: string;
  /** Kind of browser for the list of devices, e.g. `Firefox · Linux`. */
  browser: string;
}

/** What a sign-in leads to; small, because it is kept with the submitted form. */
export interface SignedIn {
  /** Path asked for before signing in, or empty. */
  next: string;
  /** The office goes on to the second step. */
  staff: boolean;
  partner: boolean;
  /** Keyed hash of the account's mail address, for recognising the browser; empty without one. */
  mark: string;
  /** Goes on to the figures, the one page a funder has. */
  funder: boolean;
}

/** A signed-in browser in the list of devices. */
export interface SessionView {
  id: string;
  browser: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
}
