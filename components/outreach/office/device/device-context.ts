'use client';

import { createContext, useContext } from 'react';
import type { Draft } from '@/lib/outreach/device/types';

interface Entering {
  draft: Draft;
  change(update: (draft: Draft) => Draft): void;
  /** `YYYY-MM-DD` of the office. */
  today: string;
  locale: string;
  /** Why it could not be saved, and at which field that stands. */
  wrong: { field: string; sentence: string } | null;
}

export const EnteringContext = createContext<Entering | null>(null);

/** What is being entered, for the fields around it. */
export function useEntering(): Entering {
  const entering = useContext(EnteringContext);
  if (!entering) throw new Error('a field of the form for the way stands outside of it');
  return entering;
}
