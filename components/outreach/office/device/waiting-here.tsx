'use client';

import { useEffect, useState } from 'react';
import { filledIn } from './filled-in';
import { LeaveHere } from './leave-here';
import { countHere, type Here } from './leaving';

interface WaitingHereProps {
  one: string;
  /** With the number in braces. */
  many: string;
  link: string;
  /** Of what the server did not take: what becomes of its words. */
  refused: string;
  /** Of talks nobody has saved yet: what becomes of them. */
  begun: string;
  begunLink: string;
  /** Of the form for the way. */
  href: string;
}

/** Stands where somebody signs out: what waits on this device is said before, and what must not stay leaves with them. */
export function WaitingHere(props: WaitingHereProps) {
  const [here, setHere] = useState<Here>({ contacts: 0, refused: 0, begun: 0 });
  useEffect(() => {
    void countHere().then(setHere);
  }, []);
  const said = sentencesOf(here, props);
  return (
    <div hidden={said.length === 0}>
      <LeaveHere />
      {said.length === 0 ? null : (
        <p>
          {said.join(' ')}{' '}
          <a href={props.href}>{here.contacts > 0 ? props.link : props.begunLink}</a>
        </p>
      )}
    </div>
  );
}

/** What lies here, and what of it does not outlast the signing out. */
function sentencesOf(
  { contacts: count, refused, begun }: Here,
  words: Pick<WaitingHereProps, 'one' | 'many' | 'refused' | 'begun'>,
): string[] {
  return [
    ...(count > 0 ? [filledIn(count === 1 ? words.one : words.many, { count })] : []),
    ...(refused > 0 ? [words.refused] : []),
    ...(begun > 0 ? [words.begun] : []),
  ];
}
