'use client';

import { createContext, useContext } from 'react';
import type { FormState } from '@/lib/core/form-state';

/** Field values under flat names, plain texts. */
export type FlatValues = Record<string, string | string[]>;

type FormContextValue = {
  state: FormState;
  /** Sentences still standing: an error goes as soon as its field is changed. */
  errors: Record<string, string>;
  errorPrefix: string;
  optional?: string | undefined;
  atLeast?: string | undefined;
  /** Grows with every answer of the server. */
  answer: number;
};

/** Filled by ActionForm; empty around fields of a plain form. */
export const FormContext = createContext<FormContextValue | null>(null);

type Shown = { error?: string | undefined; errorPrefix?: string | undefined };

/** What a field needs to know about its form; without an ActionForm only what it was given. */
export function useField(name: string, given: Shown & { optionalText?: string | undefined }) {
  const form = useContext(FormContext);
  if (!form) {
    return { ...given, atLeast: undefined, key: name, values: undefined } as const;
  }
  return {
    error: form.errors[name] ?? given.error,
    errorPrefix: given.errorPrefix ?? form.errorPrefix,
    optionalText: given.optionalText ?? form.optional,
    atLeast: form.atLeast,
    // React empties a form after its action. Fields made anew with what was typed keep it,
    // also selects, whose default React never changes once they are on the page.
    key: `${name}-${form.answer}`,
    values: form.state.status === 'fresh' ? form.state.values : answered(form.state.values, name),
  } as const;
}

/** After an answer a missing value means „nothing chosen“, not „never asked“. */
function answered(values: FlatValues, name: string): FlatValues {
  return name in values ? values : { ...values, [name]: '' };
}

/** The single text of a field: what was typed, else what it starts with. */
export function textOf(
  values: FlatValues | undefined,
  name: string,
  start: string | number | undefined,
): string | undefined {
  const value = values?.[name];
  if (Array.isArray(value)) return value[0];
  return value ?? (start === undefined ? undefined : String(start));
}

/** All texts of a field with several answers. */
export function listOf(
  values: FlatValues | undefined,
  name: string,
  start: string[] | undefined,
): string[] {
  const value = values?.[name];
  if (value === undefined) return start ?? [];
  if (Array.isArray(value)) return value;
  return value === '' ? [] : [value];
}
