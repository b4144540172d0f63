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
  /** Of calls that were promised and not entered. */
  call: string;
  /** With the number in braces. */
  calls: string;
  callLink: string;
  /** Of the form for the way. */
  href: string;
}

/** Stands where somebody signs out: what waits on this device is said before, and what must not stay leaves with them. */
export function WaitingHere(props: WaitingHereProps) {
  const [here, setHere] = useState<Here>({ contacts: 0, refused: 0, begun: 0, calls: 0 });
  useEffect(() => {
    void countHere().then(setHere);
  }, []);
  const said = sentencesOf(here, props);
  return (
    <div hidden={said.length === 0}>
      <LeaveHere />
      {said.length === 0 ? null : (
        <p>
          {said.join(' ')} <a href={props.href}>{linkOf(here, props)}</a>
        </p>
      )}
    </div>
  );
}

const linkOf = (
  { contacts, begun }: Here,
  { link, begunLink, callLink }: Pick<WaitingHereProps, 'link' | 'begunLink' | 'callLink'>,
) => {
  if (contacts > 0) return link;
  return begun > 0 ? begunLink : callLink;
};

/** What lies here, and what of it does not outlast the signing out. */
function sentencesOf(
  { contacts: count, refused, begun, calls }: Here,
  words: Pick<WaitingHereProps, 'one' | 'many' | 'refused' | 'begun' | 'call' | 'calls'>,
): string[] {
  return [
    ...(count > 0 ? [filledIn(count === 1 ? words.one : words.many, { count })] : []),
    ...(refused > 0 ? [words.refused] : []),
    ...(begun > 0 ? [words.begun] : []),
    ...(calls > 0 ? [filledIn(calls === 1 ? words.call : words.calls, { count: calls })] : []),
  ];
}
