'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { euros } from '@/lib/i18n/money';
import { marksGiven } from '@/lib/voting/vote/rules';
import type { BallotOffer, BallotWords } from './ballot-words';

type BallotCountProps = {
  ballot: BallotOffer;
  words: Pick<BallotWords, 'used' | 'usedTooMuch' | 'sum'>;
  children: ReactNode;
};

/**
 * With script: how much of the ballot is used so far. Only information; what counts is what the
 * server reads.
 */
export function BallotCount({ ballot, words, children }: BallotCountProps) {
  const fields = useRef<HTMLDivElement>(null);
  // Nothing until a script has looked: without one the sentence would stay wrong.
  const [marks, setMarks] = useState<string[] | null>(null);
  useEffect(() => {
    const list = fields.current;
    if (!list || (words.used.length === 0 && words.sum === '')) return;
    const look = () => setMarks(marksIn(list));
    look();
    list.addEventListener('change', look);
    return () => list.removeEventListener('change', look);
  }, [words]);
  return (
    <>
      <div ref={fields}>{children}</div>
      {marks ? (
        <p className="ballot-count" role="status">
          {countSentences(ballot, words, marks).join(' ')}
        </p>
      ) : null}
    </>
  );
}

function marksIn(list: HTMLElement): string[] {
  const fields = list.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name="choices"]');
  return [...fields]
    .filter((field) => field instanceof HTMLSelectElement || field.checked)
    .map((field) => field.value)
    .filter((value) => value !== '');
}

function countSentences(
  { method, options, locale }: BallotOffer,
  { used, usedTooMuch, sum }: BallotCountProps['words'],
  marks: readonly string[],
): string[] {
  const given = marksGiven(marks);
  const amount =
    method === 'POINTS' ? given.reduce((all, mark) => all + mark.number, 0) : given.length;
  const cents = options
    .filter(({ id }) => given.some((mark) => mark.option === id))
    .reduce((all, option) => all + (option.costCents ?? 0), 0);
  return [
    ...(used.length > 0 ? [used[amount] ?? usedTooMuch] : []),
    ...(sum ? [sum.replace('{sum}', euros(cents, locale))] : []),
  ];
}
