'use client';

import { useContext } from 'react';
import { FormContext } from './field-context';

type HiddenFieldsProps = { values: Record<string, string | string[]> };

/**
 * What a form says without showing it: what it is about, answers of earlier steps, the version somebody saw.
 * Once it was sent, what was sent stands here again, as in the fields people see. Without script the page
 * is made anew for the answer: the version of that moment beside words typed before it would overwrite
 * whatever somebody else has written in between.
 */
export function HiddenFields({ values }: HiddenFieldsProps) {
  const state = useContext(FormContext)?.state;
  const sent = state?.sent ? state.values : {};
  return Object.entries(values).flatMap(([name, value]) =>
    [sent[name] ?? value]
      .flat()
      .map((text) => <input key={`${name}=${text}`} type="hidden" name={name} value={text} />),
  );
}
