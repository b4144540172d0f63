'use client';

import type { ReactNode } from 'react';
import { withCount } from '@/lib/outreach/device/rules';
import type { Counted } from '@/lib/outreach/device/types';
import { useEntering } from './device-context';

interface CounterProps {
  name: Counted;
  label: string;
  more: string;
  fewer: string;
}

const KEY =
  'min-h-16 min-w-0 rounded-control border-2 px-2 text-center text-h3 font-bold wrap-break-word';

/** A number that grows with each tap; it can be typed, too. */
export function Counter({ name, label, more, fewer }: CounterProps) {
  const { draft, change } = useEntering();
  const set = (wanted: number) => change((now) => withCount(now, name, wanted));
  const add = (more: number) => change((now) => withCount(now, name, now[name] + more));
  return (
    <div className="field">
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      <div className="mt-2 grid grid-cols-[minmax(3.5rem,1fr)_minmax(3.5rem,1fr)_minmax(0,2fr)] gap-2">
        <CounterKey label={fewer} look="border-edge bg-surface" press={() => add(-1)}>
          −1
        </CounterKey>
        <input
          className={`${KEY} border-edge bg-surface`}
          id={name}
          inputMode="numeric"
          autoComplete="off"
          value={draft[name]}
          onChange={({ target }) => set(Number(target.value.replace(/\D/g, '')))}
        />
        <CounterKey label={more} look="border-action bg-action text-on-action" press={() => add(1)}>
          +1
        </CounterKey>
      </div>
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
    <button type="button" className={`${KEY} ${look}`} aria-label={label} onClick={press}>
      {children}
    </button>
  );
}

/** Only at doors somebody is not met. */
export function DoorCounter(props: Omit<CounterProps, 'name'>) {
  return useEntering().draft.setting === 'DOORSTEP' ? <Counter name="notMet" {...props} /> : null;
}
