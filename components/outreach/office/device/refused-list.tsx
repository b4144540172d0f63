'use client';

import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { quotesWords } from '@/lib/outreach/device/leaving/rules';
import type { KeptContact } from '@/lib/outreach/device/types';
import type { DeviceActs } from './device';
import { filledIn, shortDay } from './filled-in';
import type { DeviceWords } from './words';

interface RefusedListProps {
  refused: readonly KeptContact[];
  words: DeviceWords;
  locale: string;
  acts: Pick<DeviceActs, 'correct' | 'discard'>;
}

/**
 * What the server did not take: each with what is wrong, and still here. Everybody may open this page, so words that may
 * lead to somebody stand only in the form, once somebody puts them right.
 */
export function RefusedList({ refused, ...props }: RefusedListProps) {
  if (refused.length === 0) return null;
  const { words } = props;
  return (
    <section className="stack" aria-labelledby="refused">
      <h2 id="refused">{words.refusedTitle}</h2>
      <p>{words.refusedLeaves}</p>
      <ul className="stack">
        {refused.map((kept) => (
          <li key={kept.id}>
            <Refused {...props} kept={kept} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RefusedProps extends Omit<RefusedListProps, 'refused'> {
  kept: KeptContact;
}

function Refused({ kept, words, locale, acts }: RefusedProps) {
  const [asks, setAsks] = useState<'nothing' | 'discard' | 'busy'>('nothing');
  const { contacts, day } = kept.contact;
  const about = [filledIn(words.met, { count: contacts }), shortDay(day, locale)];
  const discard = () => {
    acts.discard(kept.id);
    document.getElementById('inhalt')?.focus();
  };
  return (
    <Notice tone="problem">
      <p>{about.join(', ')}</p>
      <p>{quotesWords(kept.problem) ? words.refusedWords : kept.problem}</p>
      {asks === 'busy' ? <p role="alert">{words.busy}</p> : null}
      <p className="cluster">
        <Press words={words.correct} press={() => acts.correct(kept) || setAsks('busy')} />
        {asks === 'discard' ? (
          <>
            {/* Where the first tap was, so that a second one in haste takes nothing away. */}
            <Press words={words.keep} press={() => setAsks('nothing')} />
            <Press words={words.discardSure} press={discard} />
          </>
        ) : (
          <Press words={words.discard} press={() => setAsks('discard')} />
        )}
      </p>
    </Notice>
  );
}

function Press({ words, press }: { words: string; press(): void }) {
  return (
    <button type="button" className="button button-secondary" onClick={press}>
      {words}
    </button>
  );
}
