'use client';

import { useEffect, useRef, useState } from 'react';
import { textOf, useField } from './field-context';
import {
  describedBy,
  FieldFrame,
  type FieldProps,
  hintWith,
  inputProps,
  type WhoSees,
} from './field-parts';
import { framed } from './text-field';

type TextAreaProps = FieldProps & {
  /** Nobody types words without having been told who reads them. */
  whoSees: WhoSees;
  defaultValue?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  /** Shown while typing; `#` stands for the number: „Noch # Zeichen“, „# Zeichen zu viel“. */
  counter?: { left: string; over: string } | undefined;
  /** For lists that are typed in one after the other: whoever comes begins here. */
  beginsHere?: boolean | undefined;
};

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { name, id = name, rows = 6, maxLength, counter } = props;
  const field = useField(name, props);
  const parts = { ...props, ...field, id, hint: hintWith(props, field.atLeast) };
  const box = useRef<HTMLDivElement>(null);
  const counts = maxLength !== undefined && counter !== undefined;
  return (
    <FieldFrame {...framed(parts)}>
      <div ref={box}>
        <textarea
          key={field.key}
          {...inputProps(parts)}
          aria-describedby={describedBy(parts, counts ? `${id}-count` : undefined)}
          className="input"
          rows={rows}
          // biome-ignore lint/a11y/noAutofocus: the page is for typing, and what it says stands before it
          autoFocus={props.beginsHere && field.values?.[name] === undefined}
          defaultValue={textOf(field.values, name, props.defaultValue)}
        />
        {counts ? <Counter id={`${id}-count`} box={box} max={maxLength} words={counter} /> : null}
      </div>
    </FieldFrame>
  );
}

type CounterProps = {
  id: string;
  box: React.RefObject<HTMLDivElement | null>;
  max: number;
  words: { left: string; over: string };
};

/* Listens on the box around the text so that the field itself stays the reader's, not React's. */
function Counter({ id, box, max, words }: CounterProps) {
  const [length, setLength] = useState<number | null>(null);
  useEffect(() => {
    const around = box.current;
    if (!around) return;
    const count = () => setLength(around.querySelector('textarea')?.value.length ?? 0);
    count();
    around.addEventListener('input', count);
    return () => around.removeEventListener('input', count);
  }, [box]);
  // Without script nothing counts, so nothing is claimed.
  if (length === null) return <p id={id} className="field-count" />;
  const left = max - length;
  const text = left < 0 ? words.over : words.left;
  return (
    <p id={id} className={left < 0 ? 'field-count field-count-over' : 'field-count'}>
      {text.replace('#', String(Math.abs(left)))}
    </p>
  );
}
