import type { ShownResult } from '@/lib/elections/results/types';
import type { CountedChannel } from '../../count/sheets/types';
import type { PollRule } from '../../types';

/** Who did something, without a name: the office, or a representative chosen by the Forum. */
export type CounterRole = 'office' | 'representative' | 'unknown';

/** Everything the record of a count is written from. */
export interface CountRecord {
  number: number;
  isTest: boolean;
  rule: PollRule;
  result: ShownResult;
  /** Options withdrawn by law after the opening. */
  withdrawn: string[];
  /** Released without a second person, because there was none. */
  checkedAlone: boolean;
  sealedAt: Date;
  countedAt: Date;
  publishedAt: Date | null;
  /** The two who counted a way, by role. */
  counters: { channel: CountedChannel; roles: CounterRole[] }[];
  notes: { text: string; publishedAt: Date }[];
  office: { name: string };
}
