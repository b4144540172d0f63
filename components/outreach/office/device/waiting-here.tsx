'use client';

import { useEffect, useRef, useState } from 'react';
import { filledIn } from './filled-in';
import { countHere, leaveNumbers } from './leaving';

interface WaitingHereProps {
  one: string;
  /** With the number in braces. */
  many: string;
  link: string;
  /** Of the form for the way. */
  href: string;
}

/** Stands where somebody signs out: what waits on this device is said before, and what must not stay leaves with them. */
export function WaitingHere({ one, many, link, href }: WaitingHereProps) {
  const [count, setCount] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void countHere().then(setCount);
    const form = place.current?.closest('form');
    const leave = () => void leaveNumbers();
    form?.addEventListener('submit', leave);
    return () => form?.removeEventListener('submit', leave);
  }, []);
  return (
    <div ref={place} hidden={count === 0}>
      {count > 0 ? (
        <p>
          {filledIn(count === 1 ? one : many, { count })} <a href={href}>{link}</a>
        </p>
      ) : null}
    </div>
  );
}
