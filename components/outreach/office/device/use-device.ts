'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { freshDraft } from '@/lib/outreach/device/drafts/rules';
import { triesByItself, waitBefore } from '@/lib/outreach/device/rules';
import { actsOf } from './acts';
import { type Acts, type DeviceActs, type DeviceData, type Given, windows } from './device';

const START: DeviceData = {
  ...{ contacts: [], calls: [], wentOverAt: null, obstacle: null, isSending: false, remarks: [] },
  ...{ shown: 0, isReady: false, unkept: null, misses: 0, isGranted: null, wordsGone: false },
  draft: freshDraft('', { districtId: '', setting: 'OPEN_SPACE', place: '' }),
};

/** What this device holds and what one can do with it. */
export function useDevice(given: Given): [DeviceData, DeviceActs] {
  const [data, setData] = useState(START);
  const latest = useRef(data);
  latest.current = data;
  const failures = useRef(0);
  // What it was given is of the page and stays as long as the page.
  const [room] = useState(given);
  const acts = useMemo(() => actsOf({ ...room, latest, setData, failures }), [room]);
  useOpening(acts);
  useOccasions(acts, failures);
  const { contacts, obstacle, isSending } = data;
  const waits = contacts.some(({ problem }) => problem === '');
  useEffect(() => {
    if (!waits || isSending || !triesByItself(obstacle)) return;
    const timer = setTimeout(() => void acts.send(), waitBefore(failures.current));
    return () => clearTimeout(timer);
  }, [acts, waits, obstacle, isSending]);
  return [data, acts];
}

/** What is on the device comes into the form once; what another window does to it is seen here, too. */
function useOpening(acts: Acts): void {
  useEffect(() => {
    const other = windows();
    const refresh = () => void acts.refresh();
    if (other) other.onmessage = refresh;
    // Somebody signs out in another window.
    window.addEventListener('storage', refresh);
    void acts.open();
    return () => {
      other?.close();
      window.removeEventListener('storage', refresh);
      acts.close();
    };
  }, [acts]);
}

/** Moments at which it may work again: a line, somebody who comes back from signing in. */
function useOccasions(acts: DeviceActs, failures: { current: number }): void {
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'hidden') return;
      failures.current = 0;
      void acts.send();
    };
    window.addEventListener('online', again);
    window.addEventListener('offline', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('offline', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [acts, failures]);
}
