import 'server-only';
import { now } from './clock';
import type { FormState } from './form-state';
import { newFormToken } from './tokens';

/** A form nobody has sent yet, with its one-time token. */
export function freshForm(values: FormState['values'] = {}): FormState {
  return { status: 'fresh', values, errors: [], token: newFormToken(now()) };
}
