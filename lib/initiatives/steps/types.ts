import type { ContactKind, SupportKind, SupportState } from '../types';

/** A request held by the running transaction: nobody else decides about it at the same moment. */
export interface HeldRequest {
  id: string;
  number: number;
  title: string;
  kinds: SupportKind[];
  state: SupportState;
  name: string;
  groupName: string;
  contactKind: ContactKind;
  contactValue: string;
  locale: string;
  /** How many steps it has taken; a page that shows fewer is out of date. */
  steps: number;
}
