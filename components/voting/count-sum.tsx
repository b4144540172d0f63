'use client';

import { useEffect, useRef, useState } from 'react';
import { sumOfLines } from '@/lib/voting/count/sheets/rules';

type CountSumProps = { words: { one: string; other: string; hint: string } };

/**
 * How many papers are typed in so far, spoiled ones included; listens on the form around it, so the
 * fields stay the reader's. Without script nothing is claimed: the server says it after checking.
 */
export function CountSum({ words }: CountSumProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const [sum, setSum] = useState<number | null>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const count = () => setSum(sumOf(form));
    count();
    form.addEventListener('input', count);
    return () => form.removeEventListener('input', count);
  }, []);
  return (
    <p ref={place} className="field-count" aria-live="polite">
      {sum === null ? '' : `${textFor(sum, words)} (${words.hint})`}
    </p>
  );
}

const textFor = (sum: number, { one, other }: CountSumProps['words']) =>
  sum === 1 ? one : other.replace('#', String(sum));

/** Numbers of all options, abstentions and spoiled papers, and the lines. */
function sumOf(form: HTMLFormElement): number {
  let sum = 0;
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    if (name === 'lines') sum += sumOfLines(value);
    if (/^(?:votes-\d+|abstentions|spoiled)$/.test(name)) sum += Number(value.trim()) || 0;
  }
  return sum;
}
