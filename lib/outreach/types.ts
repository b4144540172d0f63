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
