'use client';

import { useEffect, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { filledIn } from './filled-in';
import { countHere } from './leaving';

interface CallsHereProps {
  one: string;
  /** With the number in braces. */
  many: string;
  /** Where a call is entered, and where it is said that one is. */
  enter: { href: string; words: string };
  done: { href: string; words: string };
}

/** Calls that were promised outside and are still to be entered, as far as this device knows. */
export function CallsHere({ one, many, enter, done }: CallsHereProps) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    void countHere().then(({ calls }) => setCount(calls));
  }, []);
  if (count === 0) return null;
  return (
    <Notice tone="info">
      <p>{filledIn(count === 1 ? one : many, { count })}</p>
      <p className="cluster">
        <a href={enter.href}>{enter.words}</a>
        <a href={done.href}>{done.words}</a>
      </p>
    </Notice>
  );
}
