import { createHash } from 'node:crypto';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { Order } from './compiler.mjs';
import { PrintError } from './errors';
import { Press, type PressLimits } from './press';

/** The largest we print (five hundred cards) takes some seconds; one that does not end is given up. */
const MOST_MS = 15_000;
/** A compiler that has nothing to do goes, and its memory with it. */
const IDLE_MS = 60_000;
/**
 * Documents that are not finished and people who wait for them, of the office and of everybody else each.
 * Whoever waits holds one of the places pages are made in: both together stay below those
 * (`lib/server/turns.mjs`). Whoever comes when it is full is told so at once.
 */
const MOST: Most = {
  // After a count many open the one record, once.
  public: { documents: 4, askers: 12 },
  // Whoever prints in the office opens all papers of a poll at once.
  office: { documents: 6, askers: 6 },
};
/** The same data make the same bytes, so what many may read is made once. */
const KEPT_BYTES = 16 * 1024 * 1024;
const OVERHEAD_BYTES = 512;

// Spelled out, so that the build takes it along.
const COMPILER = path.join(process.cwd(), 'lib/print/compiler.mjs');

type Most = Record<'public' | 'office', { documents: number; askers: number }>;

const LIMITS: PressLimits = { program: COMPILER, mostMs: MOST_MS, idleMs: IDLE_MS };

/** Who wants a document. */
export interface Asker {
  /** The office does not stand behind everybody else. */
  isOffice: boolean;
  /** Tells when they have left. */
  signal: AbortSignal;
}

/** A document that is not finished. */
interface Making {
  made: Promise<Buffer>;
  askers: number;
  /** Takes it out of the queue; nothing is taken out of the compiler. */
  cancel: () => void;
}

interface Lane {
  priority: number;
  most: Most['office'];
  askers: number;
  making: Map<string, Making>;
}

const lane = (priority: number, most: Lane['most']): Lane => ({
  ...{ priority, most },
  askers: 0,
  making: new Map(),
});

/** Where documents are made, one after the other. */
export class PrintRoom {
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #kept = new LRUCache<string, Buffer>({
    maxSize: KEPT_BYTES,
    maxEntrySize: KEPT_BYTES / 8,
    sizeCalculation: ({ length }) => length + OVERHEAD_BYTES,
  });
  readonly #lanes = { office: lane(1, MOST.office), public: lane(0, MOST.public) };
  readonly #press: Press;

  constructor(limits: Partial<PressLimits> = {}) {
    this.#press = new Press({ ...LIMITS, ...limits });
  }

  /**
   * Whoever asks for what is being made waits for that.
   * @throws {PrintError}
   */
  async make(order: Order, { isOffice, signal }: Asker): Promise<Buffer> {
    const key = keyOf(order);
    const kept = order.shared ? this.#kept.get(key) : undefined;
    if (kept) return kept;
    const asked = isOffice ? this.#lanes.office : this.#lanes.public;
    if (asked.askers >= asked.most.askers) throw new PrintError('busy');
    const making = asked.making.get(key) ?? this.#begin(asked, key, order);
    const over = new AbortController();
    asked.askers += 1;
    making.askers += 1;
    try {
      return await Promise.race([making.made, leaving(signal, over.signal)]);
    } finally {
      over.abort();
      asked.askers -= 1;
      making.askers -= 1;
      if (making.askers === 0) making.cancel();
    }
  }

  /** Ends the compiler; the next document brings another one. */
  close(): void {
    this.#press.close();
  }

  #begin({ priority, most, making }: Lane, key: string, order: Order): Making {
    if (making.size >= most.documents) throw new PrintError('busy');
    const waiting = new AbortController();
    let isBegun = false;
    const work = async () => {
      isBegun = true;
      const bytes = await this.#press.make(order);
      if (order.shared) this.#kept.set(key, bytes);
      return bytes;
    };
    const made = this.#queue.add(work, { priority, signal: waiting.signal });
    // Forgotten before it is taken out: whoever comes in between begins anew.
    const forget = () => {
      if (making.get(key) === one) making.delete(key);
    };
    const cancel = () => {
      if (isBegun) return;
      forget();
      waiting.abort(new PrintError('left'));
    };
    const one: Making = { made, askers: 0, cancel };
    making.set(key, one);
    made.then(forget, forget);
    return one;
  }
}

function keyOf({ template, at, data }: Order): string {
  return createHash('sha256')
    .update(JSON.stringify([template, at, data]))
    .digest('base64url');
}

function leaving(signal: AbortSignal, over: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const leave = () => reject(new PrintError('left'));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true, signal: over });
  });
}

let room: PrintRoom | null = null;

export interface Sheets {
  template: string;
  /** As JSON; never read as the template's language. */
  data: unknown;
  /** Date of the file: the same data at the same date make the same bytes. */
  at: Date;
  /**
   * Published: kept for whoever asks next. Anything else carries somebody's name or opens something: it is
   * made for whoever asks and kept nowhere.
   */
  shared?: boolean;
}

/**
 * A PDF file after one of the templates that everybody can read, with a screen reader, too (PDF/UA-1).
 * @throws {PrintError}
 */
export function typeset(
  { template, data, at, shared = false }: Sheets,
  by: Asker,
): Promise<Buffer> {
  room ??= new PrintRoom();
  return room.make({ template, data, at: Math.floor(at.getTime() / 1000), shared }, by);
}
