import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with the ways the office tries to activate people. */
export const ACTIVATION_RIGHTS = {
  /** Formats, their trials, what came of them, what is told to everybody. */
  formats: right('activation.formats', mayCoordinate),
};
