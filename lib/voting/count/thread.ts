import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import type { Counted, CountOrder } from './counter.mjs';

/** A hundred thousand ballots take some seconds; a count that does not end is given up. */
const MOST_MS = 300_000;
/** Of the thread alone: it falls, and not the program. */
const MEMORY_MB = 1024;

// Spelled out, so that the build takes it along.
const COUNTER = path.join(process.cwd(), 'lib/voting/count/counter.mjs');

/** One box after the other: two threads would take both cores from everybody who reads. */
const queue = new PQueue({ concurrency: 1 });

/**
 * Counts a box in a thread of its own; pages and votes go on meanwhile.
 * @throws when the count is at fault, takes too long or needs more memory than there is
 */
export async function countApart(order: CountOrder): Promise<Counted> {
  return await queue.add(() => countNow(order, COUNTER, MOST_MS));
}

async function countNow(order: CountOrder, program: string, mostMs: number): Promise<Counted> {
  const worker = new Worker(program, {
    workerData: order,
    // It is told nothing it does not need: no secrets, no database.
    env: { NODE_ENV: 'production' },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // Nobody waits for it when the program ends; whoever starts again counts anew.
  worker.unref();
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(mostMs)]);
  try {
    const ended = once(worker, 'exit', { signal }).then(() => {
      throw new Error('the counter ended without a result');
    });
    const [counted] = await Promise.race([once(worker, 'message', { signal }), ended]);
    return counted as Counted;
  } finally {
    over.abort();
    await worker.terminate();
  }
}
