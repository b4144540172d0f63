'use client';

import { type ReactNode, useState } from 'react';
import { MOST, withCount, withTyped } from '@/lib/outreach/device/drafts/rules';
import type { Counted } from '@/lib/outreach/device/types';
import { useEntering } from './device-context';
import { filledIn } from './filled-in';

interface CounterProps {
  name: Counted;
  label: string;
  /** Names of the keys; each begins with what stands on it. */
  more: string;
  fewer: string;
  /** From so many on one contact is not enough. */
  many: string;
}

const KEY =
  'min-h-16 min-w-0 rounded-control border-2 px-2 text-center text-h3 font-bold wrap-break-word';

/** A number that grows with each tap; it can be typed, too. */
export function Counter({ name, label, more, fewer, many }: CounterProps) {
  const { draft, change, wrong } = useEntering();
  const [isTapped, setIsTapped] = useState(false);
  const number = draft[name];
  const error = wrong?.field === name ? wrong.sentence : '';
  const add = (more: number) => {
    setIsTapped(true);
    change((now) => withCount(now, name, now[name] + more));
  };
  const type = (text: string) => {
    setIsTapped(false);
    change((now) => withTyped(now, name, text.trim()));
  };
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      {error ? (
        <p id={`${name}-error`} className="field-error">
          {error}
        </p>
      ) : null}
      {/* With large letters the key that is used most has a row of its own. */}
      <div className="mt-2 flex flex-wrap gap-2">
        <CounterKey label={fewer} look="basis-14 border-edge bg-surface" press={() => add(-1)}>
          −1
        </CounterKey>
        <input
          className={`${KEY} w-0 shrink grow basis-14 border-edge bg-surface`}
          id={name}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          aria-invalid={error !== '' || undefined}
          aria-describedby={error ? `${name}-error` : `${name}-many`}
          value={number}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => type(target.value)}
        />
        <CounterKey
          label={more}
          look="basis-28 border-action bg-action text-on-action"
          press={() => add(1)}
        >
          +1
        </CounterKey>
      </div>
      {/* What a tap has changed is heard; what is typed is heard anyway. */}
      <span className="visually-hidden" aria-live="polite">
        {isTapped ? `${label}: ${number}` : ''}
      </span>
      <p id={`${name}-many`} role="status" className="field-hint">
        {number >= MOST ? filledIn(many, { max: MOST }) : ''}
      </p>
    </div>
  );
}

interface CounterKeyProps {
  label: string;
  look: string;
  press(): void;
  children: ReactNode;
}

function CounterKey({ label, look, press, children }: CounterKeyProps) {
  return (
    <button
      type="button"
      className={`${KEY} shrink grow ${look}`}
      aria-label={label}
      onClick={press}
    >
      {children}
    </button>
  );
}

/** Only at doors somebody is not met. */
export function DoorCounter(props: Omit<CounterProps, 'name'>) {
  return useEntering().draft.setting === 'DOORSTEP' ? <Counter name="notMet" {...props} /> : null;
}
