export type OutreachSetting =
  | 'OPEN_SPACE'
  | 'STAND'
  | 'MOBILE_CAFE'
  | 'DOORSTEP'
  | 'INSTITUTION'
  | 'EVENT';

/** Somebody of the office who may go out. */
export interface Colleague {
  id: string;
  name: string;
}

/** What in a text leads to a person. */
export type TraceKind = 'phone' | 'mail' | 'house' | 'door' | 'name' | 'street';

export interface Trace {
  kind: TraceKind;
  /** As it stands in the text. */
  words: string;
}
