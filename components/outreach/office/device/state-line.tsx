'use client';

import { Notice, type NoticeTone } from '@/components/ui/notice';
import { stateOf } from '@/lib/outreach/device/rules';
import type { DeviceState } from '@/lib/outreach/device/types';
import type { DeviceData } from './acts';
import { filledIn } from './filled-in';
import type { DeviceWords } from './words';

const TONES: Readonly<Record<DeviceState, NoticeTone>> = {
  nothing: 'info',
  done: 'good',
  sending: 'warn',
  waits: 'warn',
  noNet: 'warn',
  server: 'warn',
  signIn: 'problem',
  secondFactor: 'problem',
  notAllowed: 'problem',
  outdated: 'problem',
  refused: 'problem',
  full: 'problem',
  noStore: 'problem',
};

/** Ways on: signing in leads back here; a page made anew has the newest program. */
const LINKS: Partial<
  Record<DeviceState, [words: 'signIn' | 'account' | 'again', to: keyof WayOn]>
> = {
  signIn: ['signIn', 'signIn'],
  secondFactor: ['signIn', 'secondStep'],
  // Where somebody signs out first.
  notAllowed: ['account', 'account'],
  outdated: ['again', 'page'],
};

/** Addresses that lead on from what is in the way. */
export interface WayOn {
  signIn: string;
  secondStep: string;
  account: string;
  page: string;
}

interface StateLineProps {
  data: DeviceData;
  words: DeviceWords;
  locale: string;
  wayOn: WayOn;
  send(): void;
}

/** Where what was entered is now, always in sight. */
export function StateLine({ data, words, locale, ...ways }: StateLineProps) {
  const { contacts, obstacle, isSending, wentOverAt, remarks } = data;
  const waiting = contacts.filter(({ problem }) => problem === '').length;
  const refused = contacts.length - waiting;
  const state = stateOf({
    ...{ waiting, refused, obstacle, isSending },
    wentOver: wentOverAt !== null,
  });
  return (
    <div data-device-state={state}>
      <Notice tone={TONES[state]} role={TONES[state] === 'problem' ? 'alert' : 'status'}>
        <p>
          {filledIn(words.state[state], {
            waiting: filledIn(waiting === 1 ? words.waitsOne : words.waitsMany, { count: waiting }),
            refused: filledIn(refused === 1 ? words.refusedOne : words.refusedMany, {
              count: refused,
            }),
            time: momentWords(wentOverAt, locale),
          })}
        </p>
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
        <Ways {...{ state, words, ...ways }} mayTry={waiting > 0 && !isSending} />
      </Notice>
    </div>
  );
}

interface WaysProps extends Pick<StateLineProps, 'words' | 'wayOn' | 'send'> {
  state: DeviceState;
  mayTry: boolean;
}

function Ways({ state, words, wayOn, send, mayTry }: WaysProps) {
  const link = LINKS[state];
  const tries = mayTry && state !== 'outdated';
  if (!link && !tries) return null;
  return (
    <p className="cluster">
      {link ? <a href={wayOn[link[1]]}>{words[link[0]]}</a> : null}
      {tries ? (
        <button type="button" className="button button-secondary" onClick={send}>
          {words.send}
        </button>
      ) : null}
    </p>
  );
}

/** The hour; on another day the day, too. */
function momentWords(at: number | null, locale: string): string {
  if (at === null) return '';
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  const day = { day: 'numeric', month: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de', {
    ...(isToday ? {} : day),
    ...{ hour: '2-digit', minute: '2-digit' },
  }).format(moment);
}
