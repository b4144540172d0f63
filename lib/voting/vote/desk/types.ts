/**
 * Where a ballot is filled in with an access card: in the box in the office, or by somebody of the
 * office for a caller.
 */
export interface DeskPlace {
  channel: 'KIOSK' | 'PHONE';
  poll: number;
  /** What a ticket is bound to: the round of the box, or the session of whoever takes the call. */
  key: string;
  /** Whose wrong codes are counted together. */
  keeper: string;
}

/** For which card a ballot is being filled in; travels sealed, is kept nowhere. */
export interface BallotTicket {
  poll: number;
  card: string;
  /** Where the person says they live, when their account does not know. */
  district: string | null;
  key: string;
  /** Milliseconds. */
  until: number;
}

/** `over`: this ballot cannot be cast any more, somebody has to begin anew. */
export type DeskAnswer = 'cast' | 'over';
