'use client';

import { Notice } from '@/components/ui/notice';
import type { PromisedCall } from '@/lib/outreach/device/types';
import type { DeviceActs } from './device';
import { filledIn, shortDay } from './filled-in';
import type { DeviceWords } from './words';

interface PromisedCallsProps {
  calls: readonly PromisedCall[];
  words: DeviceWords;
  locale: string;
  /** Where a call is entered, with a line. */
  href: string;
  acts: Pick<DeviceActs, 'called'>;
}

/** Calls that were promised: the device knows on which day, and asks until whoever promised them has entered who. */
export function PromisedCalls({ calls, words, locale, href, acts }: PromisedCallsProps) {
  if (calls.length === 0) return null;
  const done = (id: string) => {
    acts.called(id);
    document.getElementById('inhalt')?.focus();
  };
  return (
    <section className="stack" aria-labelledby="calls">
      <h2 id="calls">{words.callsTitle}</h2>
      <p>{words.callsText}</p>
      <ul className="stack">
        {calls.map(({ id, day }) => (
          <li key={id}>
            <Notice tone="info">
              <p>{filledIn(words.callOf, { day: shortDay(day, locale) })}</p>
              <p className="cluster">
                <a className="button" href={href}>
                  {words.callEnter}
                </a>
                <button type="button" className="button button-secondary" onClick={() => done(id)}>
                  {words.callDone}
                </button>
              </p>
            </Notice>
          </li>
        ))}
      </ul>
    </section>
  );
}
