import { asTyped } from './typed';

/** What an acting form knows between two submissions; safe to send to the browser. */
export interface FormState {
  status: 'fresh' | 'invalid' | 'refused' | 'failed';
  /** What was typed, by field name, to be shown again. Secrets are never echoed. */
  values: Record<string, string | string[]>;
  /** The values were sent with the form; before that they are what its fields start with. */
  sent?: true | undefined;
  /** Sentences in the reader's language; `field` is the id of the form field. */
  errors: { field: string; message: string }[];
  /** A sentence about the whole form (refused, failed, expired). */
  message?: string | undefined;
  /** What has to be done first, in a second window: this page as it is now, signing in. */
  elsewhere?: { href: string; words: string } | undefined;
  /** The answers are right and shown for a last look; what belongs beside them (JSON, small). */
  check?: unknown;
  /** One-time token: the same token gives the same result. */
  token: string;
}

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** The address the answer stands at, asked for anew. */
export const THIS_PAGE = '';

export const FORM_TOKEN_FIELD = 'formToken';
export const FORM_LOCALE_FIELD = 'formLocale';
/** Which button was pressed at the last look: `send`, or `change` to go back to the fields. */
export const FORM_STEP_FIELD = 'formStep';
/** A field people never see; programs that fill in everything do. */
export const HONEYPOT_FIELD = 'website';

const hidden = new Set([FORM_TOKEN_FIELD, FORM_LOCALE_FIELD, FORM_STEP_FIELD, HONEYPOT_FIELD]);

/**
 * Form data → plain values; Next's own fields and files are left out. The only way in for what is typed, so
 * every text is brought into one spelling here, before anything judges it.
 */
export function readFormValues(
  data: FormData,
  lists: readonly string[] = [],
): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION_') || hidden.has(name)) continue;
    const texts = data
      .getAll(name)
      .filter((entry): entry is string => typeof entry === 'string')
      .map(asTyped);
    values[name] = lists.includes(name) ? texts : (texts.at(-1) ?? '');
  }
  for (const name of lists) values[name] ??= [];
  return values;
}

/**
 * What is wrong, from the top of the form to its end. Browsers send fields in the order of the page;
 * one that was not sent (nothing chosen) stays behind the one it was found after.
 */
export function inFormOrder(
  errors: readonly FormState['errors'][number][],
  sent: readonly string[],
): FormState['errors'] {
  let last = -1;
  return errors
    .map((error) => {
      const at = sent.indexOf(error.field);
      if (at >= 0) last = at;
      return { error, at: last };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ error }) => error);
}

/** What may be shown again of what was sent. */
export function withoutSecrets(
  values: FormState['values'],
  secrets: readonly string[] = [],
): FormState['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)));
}

/** How a form was answered that stays where it is; empty: as it was. */
export type AnswerKind = '' | 'invalid' | 'failed' | 'check';

export function answerKind({
  status,
  check,
  errors = [],
}: Pick<FormState, 'status'> & Partial<FormState>): AnswerKind {
  if (status === 'fresh') return check === undefined ? '' : 'check';
  // Under this name a ballot says that it is time for the next step; that is no error.
  const goesOn = errors.length > 0 && errors.every(({ field }) => field === 'step');
  if (goesOn) return 'check';
  return status === 'invalid' ? 'invalid' : 'failed';
}
