'use client';

import type { Dispatch, SetStateAction } from 'react';
import type { draftProblem, Known } from '@/lib/outreach/device/drafts/rules';
import { ON_DEVICE } from '@/lib/outreach/device/rules';
import type {
  DeviceStore,
  Draft,
  KeptContact,
  Obstacle,
  Unkept,
} from '@/lib/outreach/device/types';
import { isFull } from './kept';

export type Problem = ReturnType<typeof draftProblem>;

export interface DeviceData extends Omit<DeviceStore, 'later'> {
  draft: Draft;
  obstacle: Obstacle | null;
  /** Why what stands in the form is not on the device; only what was kept since takes it back. */
  unkept: Unkept | null;
  /** So many times it could not be kept: each is told. */
  misses: number;
  /** The browser will not clear it away by itself; null: not known yet. */
  isGranted: boolean | null;
  /** Words of days the server takes no more have left the device. */
  wordsGone: boolean;
  isSending: boolean;
  remarks: string[];
  /** Grows whenever the form shows another talk than before. */
  shown: number;
  isReady: boolean;
}

export interface DeviceActs {
  /** What is being entered, from the first tap on. */
  change(update: (draft: Draft) => Draft): void;
  /** @returns why it cannot be saved yet */
  save(): Promise<Problem>;
  send(): Promise<void>;
  /** @returns false while another talk stands in the form */
  correct(kept: KeptContact): boolean;
  discard(id: string): void;
  /** A promised call is entered, or not wanted any more. */
  called(id: string): void;
}

export interface Acts extends DeviceActs {
  open(): Promise<void>;
  /** Nothing is tried again after this. */
  close(): void;
  refresh(): Promise<void>;
}

export interface Given {
  /** Of the office: the day is the one there. */
  timeZone: string;
  /** Where contacts are sent. */
  address: string;
  /** What the page can offer. */
  known: Known;
}

export interface Room extends Given {
  latest: { current: DeviceData };
  setData: Dispatch<SetStateAction<DeviceData>>;
  failures: { current: number };
}

export interface Device extends Room {
  put(change: Partial<DeviceData>): void;
  /** What is on the device was read; before that nothing there is written over. */
  hasRead: boolean;
  /** Begun talks found on the device when another one already stood in the form: they come after that one. */
  later: Draft[];
  /** The last signing out this window knows of. */
  left: string;
  /** When a talk was last saved, in milliseconds. */
  savedAt: number;
  /** What came into the form then. */
  offered?: Draft;
  /** So many times in a row another window was at it. */
  waited: number;
  /** Reading that failed is followed by another try. */
  again?: ReturnType<typeof setTimeout>;
}

/** The local date of the office, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());

/** What stands in the form is not on the device. */
export function missed(
  { put, latest }: Device,
  error: unknown,
  more: Partial<DeviceData> = {},
): void {
  const unkept = isFull(error) ? 'full' : 'noStore';
  put({ ...more, unkept, misses: latest.current.misses + 1 });
}

export const windows = () =>
  'BroadcastChannel' in window ? new BroadcastChannel(ON_DEVICE.database) : undefined;

export function tellWindows(): void {
  const channel = windows();
  channel?.postMessage('changed');
  channel?.close();
}
