'use client';

import { useEffect, useState } from 'react';
import { filledIn } from './filled-in';
import { LeaveHere } from './leave-here';
import { countHere } from './leaving';

interface WaitingHereProps {
  one: string;
  /** With the number in braces. */
  many: string;
  link: string;
  /** Of talks nobody has saved yet: what becomes of them. */
  begun: string;
  begunLink: string;
  /** Of the form for the way. */
  href: string;
}

/** Stands where somebody signs out: what waits on this device is said before, and what must not stay leaves with them. */
export function WaitingHere({ one, many, link, begun, begunLink, href }: WaitingHereProps) {
  const [here, setHere] = useState({ contacts: 0, begun: 0 });
  useEffect(() => {
    void countHere().then(setHere);
  }, []);
  const { contacts: count } = here;
  const isEmpty = count + here.begun === 0;
  return (
    <div hidden={isEmpty}>
      <LeaveHere />
      {isEmpty ? null : (
        <p>
          {count > 0 ? `${filledIn(count === 1 ? one : many, { count })} ` : ''}
          {here.begun > 0 ? `${begun} ` : ''}
          <a href={href}>{count > 0 ? link : begunLink}</a>
        </p>
      )}
    </div>
  );
}
