'use client';

import { Notice, type NoticeTone } from '@/components/ui/notice';
import { isBegun } from '@/lib/outreach/device/begun/rules';
import { stateOf } from '@/lib/outreach/device/rules';
import type { DeviceState } from '@/lib/outreach/device/types';
import type { DeviceData } from './device';
import { filledIn } from './filled-in';
import type { DeviceWords } from './words';

const TONES: Readonly<Record<DeviceState, NoticeTone>> = {
  nothing: 'info',
  done: 'good',
  begun: 'info',
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
  Record<DeviceState, [words: 'signIn' | 'account' | 'again' | 'enter', to: keyof WayOn]>
> = {
  signIn: ['signIn', 'signIn'],
  secondFactor: ['signIn', 'secondStep'],
  // Where somebody signs out first.
  notAllowed: ['account', 'account'],
  outdated: ['again', 'page'],
  noStore: ['enter', 'enter'],
};

/** Addresses that lead on from what is in the way. */
export interface WayOn {
  signIn: string;
  secondStep: string;
  account: string;
  page: string;
  enter: string;
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
  const { contacts, obstacle, unkept, misses, isSending, wentOverAt, draft } = data;
  const { remarks, wordsGone } = data;
  const waiting = contacts.filter(({ problem }) => problem === '').length;
  const refused = contacts.length - waiting;
  const state = stateOf({
    ...{ waiting, refused, obstacle, unkept, isSending, isBegun: isBegun(draft) },
    wentOver: wentOverAt !== null,
  });
  const said = <Said key={misses} {...{ data, words, locale, state, waiting, refused }} />;
  const isProblem = TONES[state] === 'problem';
  // It comes with a tap that is heard by itself: two voices would cut each other off.
  const isSilent = state === 'begun' && remarks.length === 0 && !wordsGone;
  return (
    <div data-device-state={state}>
      {isSilent ? said : null}
      {/* Both are there from the beginning: a region that only comes with its words is often not read out. */}
      <div role="status">{isProblem || isSilent ? null : said}</div>
      <div role="alert">{isProblem ? said : null}</div>
      {/* Beside what is read out, and there also while it sends: whoever pressed it stays on it. */}
      <Ways {...{ state, words, ...ways }} mayTry={waiting > 0} />
    </div>
  );
}

interface SaidProps extends Pick<StateLineProps, 'data' | 'words' | 'locale'> {
  state: DeviceState;
  waiting: number;
  refused: number;
}

function Said({ data, words, locale, state, waiting, refused }: SaidProps) {
  const { contacts, remarks, isGranted, wordsGone, wentOverAt } = data;
  const more = [
    ...remarks,
    wordsGone ? words.wordsGone : '',
    isGranted === false && contacts.length > 0 ? words.notGranted : '',
  ].filter(Boolean);
  return (
    <Notice tone={TONES[state]}>
      <p>
        {filledIn(words.state[state], {
          waiting: filledIn(waiting === 1 ? words.waitsOne : words.waitsMany, { count: waiting }),
          refused: filledIn(refused === 1 ? words.refusedOne : words.refusedMany, {
            count: refused,
          }),
          time: momentWords(wentOverAt, locale, words),
        })}
      </p>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
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
    <p className="cluster mt-2">
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
function momentWords(at: number | null, locale: string, words: DeviceWords): string {
  if (at === null) return '';
  const moment = new Date(at);
  const said = (how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de', how).format(moment);
  const hour = said({ hour: '2-digit', minute: '2-digit' });
  if (moment.toDateString() === new Date().toDateString()) return filledIn(words.at, { hour });
  return filledIn(words.on, { hour, day: said({ day: 'numeric', month: 'long' }) });
}
