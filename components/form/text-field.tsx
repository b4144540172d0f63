'use client';

import type { HTMLAttributes } from 'react';
import { textOf, useField } from './field-context';
import { FieldFrame, type FieldProps, hintWith, inputProps, type WhoSees } from './field-parts';

type TextFieldProps = FieldProps & {
  /** Nobody types words without having been told who reads them. */
  whoSees: WhoSees;
  type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'password' | undefined;
  defaultValue?: string | undefined;
  autoComplete?: string | undefined;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'] | undefined;
  autoCapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  spellCheck?: boolean | undefined;
  /** Sets the visible width only; the server says what is too long, nothing is cut silently. */
  maxLength?: number | undefined;
  width?: 'short' | 'medium' | 'full' | undefined;
  prefix?: string | undefined;
  suffix?: string | undefined;
  suggestions?: string[] | undefined;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, id = name, type = 'text', prefix, suffix, suggestions } = props;
  const field = useField(name, props);
  const parts = { ...props, ...field, id, hint: hintWith(props, field.atLeast) };
  const listId = suggestions ? `${id}-list` : undefined;
  return (
    <FieldFrame {...framed(parts)}>
      <div className={`input-row input-${props.width ?? widthFor(props.maxLength)}`}>
        {prefix ? <span className="input-affix">{prefix}</span> : null}
        <input
          key={field.key}
          {...inputProps(parts)}
          className="input"
          type={type}
          defaultValue={textOf(field.values, name, props.defaultValue)}
          autoComplete={props.autoComplete}
          inputMode={props.inputMode}
          autoCapitalize={props.autoCapitalize}
          spellCheck={props.spellCheck}
          list={listId}
        />
        {suffix ? <span className="input-affix">{suffix}</span> : null}
      </div>
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
    </FieldFrame>
  );
}

function widthFor(maxLength: number | undefined): 'short' | 'medium' | 'full' {
  if (maxLength === undefined) return 'full';
  if (maxLength <= 12) return 'short';
  return maxLength <= 40 ? 'medium' : 'full';
}

type NumberFieldProps = FieldProps & {
  /** Also a number says something: how many, how much. */
  whoSees: WhoSees;
  defaultValue?: number | string | undefined;
  suffix?: string | undefined;
  /** `decimal` for amounts of money. */
  inputMode?: 'numeric' | 'decimal' | undefined;
};

/**
 * A number, as a text field with the number keyboard: `type=number` loses what it cannot read,
 * changes on scrolling and hides a comma.
 */
export function NumberField({ inputMode = 'numeric', defaultValue, ...props }: NumberFieldProps) {
  return (
    <TextField
      {...props}
      inputMode={inputMode}
      width="short"
      autoComplete="off"
      defaultValue={defaultValue === undefined ? undefined : String(defaultValue)}
    />
  );
}

/** Only what the frame around a field needs. */
export function framed(parts: FieldProps & { id: string }) {
  const { name, label, id, hint, whoSees, error, errorPrefix, required, optionalText } = parts;
  return { name, label, id, hint, whoSees, error, errorPrefix, required, optionalText };
}
