import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icons';
import type { Audience } from '@/lib/core/audience';

/** Who reads what is typed, in words. */
export type Seen = { audience: Audience; text: string };

/**
 * What a field says about its readers before anybody types: in words of its own; in words that stand above
 * several fields, under that id; or nothing, because nobody reads it (codes, numbers, words to search for).
 */
export type WhoSees = Seen | { above: string } | 'nobody';

/** What every field takes. `id` is the name unless a page shows the same name twice. */
export type FieldProps = {
  name: string;
  label: string;
  id?: string | undefined;
  hint?: ReactNode;
  /** Fewer letters the server refuses: said before somebody types, never held by the browser. */
  minLength?: number | undefined;
  whoSees?: WhoSees | undefined;
  error?: string | undefined;
  /** Read out before the error: „Fehler:“. */
  errorPrefix?: string | undefined;
  required?: boolean | undefined;
  /** After the label of a field that may stay empty. */
  optionalText?: string | undefined;
};

type Parts = Pick<FieldProps, 'hint' | 'whoSees' | 'error' | 'errorPrefix'> & { id: string };

/** What a field says of itself, and how many letters it wants at least. @param atLeast `#` stands for the number */
export function hintWith(
  { hint, minLength }: Pick<FieldProps, 'hint' | 'minLength'>,
  atLeast: string | undefined,
): ReactNode {
  if (minLength === undefined || atLeast === undefined) return hint;
  const least = atLeast.replace('#', String(minLength));
  return hint ? (
    <>
      {hint} {least}
    </>
  ) : (
    least
  );
}

/** Ids of everything that explains a field, in reading order. */
export function describedBy(
  { id, hint, whoSees, error }: Parts,
  more?: string,
): string | undefined {
  const ids = [
    hint ? `${id}-hint` : '',
    seenId(id, whoSees),
    error ? `${id}-error` : '',
    more ?? '',
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function seenId(id: string, whoSees: WhoSees | undefined): string {
  if (whoSees === undefined || whoSees === 'nobody') return '';
  return 'above' in whoSees ? whoSees.above : `${id}-seen`;
}

/** The attributes that tie an input to its label, its explanations and its error. */
export function inputProps(parts: Parts & { name: string; required?: boolean | undefined }) {
  return {
    id: parts.id,
    name: parts.name,
    // `required` itself would make the browser stop the form with its own words.
    'aria-required': parts.required || undefined,
    'aria-invalid': parts.error ? true : undefined,
    'aria-describedby': describedBy(parts),
  } as const;
}

/** A sentence under the label. */
function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="field-hint" id={id}>
      {children}
    </div>
  );
}

/** Who will see the answer: to one field, or above several of them. */
export function SeenBy({ id, seen }: { id: string; seen: Seen }) {
  return (
    <p className="field-seen" id={id} data-audience={seen.audience}>
      <Icon name="eye" />
      {seen.text}
    </p>
  );
}

/** The words of a field itself, if it has some. */
export function ownSeen(whoSees: WhoSees | undefined): Seen | null {
  return typeof whoSees === 'object' && 'audience' in whoSees ? whoSees : null;
}

/** Hint, who sees it, and what is wrong, between label and input. */
export function FieldNotes({ id, hint, whoSees, error, errorPrefix }: Parts) {
  const seen = ownSeen(whoSees);
  return (
    <>
      {hint ? <FieldHint id={`${id}-hint`}>{hint}</FieldHint> : null}
      {seen ? <SeenBy id={`${id}-seen`} seen={seen} /> : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {errorPrefix ? <span className="visually-hidden">{errorPrefix} </span> : null}
          {error}
        </p>
      ) : null}
    </>
  );
}

/** The words of a label, with the remark that it may stay empty. */
function LabelText({
  label,
  required,
  optionalText,
}: Pick<FieldProps, 'label' | 'required' | 'optionalText'>) {
  return (
    <>
      {label}
      {!required && optionalText ? <span className="field-optional"> {optionalText}</span> : null}
    </>
  );
}

type FieldFrameProps = FieldProps & { id: string; children: ReactNode };

/** Label, notes and the input below each other. */
export function FieldFrame({ children, ...field }: FieldFrameProps) {
  return (
    <div className={field.error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={field.id}>
        <LabelText {...field} />
      </label>
      <FieldNotes {...field} />
      {children}
    </div>
  );
}

/** The same for a question with several inputs. */
export function GroupFrame({
  children,
  legendIsHeading,
  ...field
}: FieldFrameProps & { legendIsHeading?: boolean | undefined }) {
  return (
    <fieldset
      className={field.error ? 'field field-wrong' : 'field'}
      aria-describedby={describedBy(field)}
    >
      <legend className="field-label">
        {legendIsHeading ? (
          <h1>
            <LabelText {...field} />
          </h1>
        ) : (
          <LabelText {...field} />
        )}
      </legend>
      <FieldNotes {...field} />
      {children}
    </fieldset>
  );
}
