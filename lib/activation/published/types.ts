import type { PublicPhoto } from '../photos/types';
import type { ActivationState } from '../types';

/** What everybody reads of a format. */
export interface PublishedFormat {
  id: string;
  publicName: string;
  publicText: string;
  publicLearnt: string;
  state: ActivationState;
  decidedAt: Date | null;
  /** Trials that took place. */
  trials: number;
  /** Null until a day after it was decided, and for numbers so small that neighbours might be recognised. */
  reached: number | null;
  firstTimers: number | null;
  photos: PublicPhoto[];
}
