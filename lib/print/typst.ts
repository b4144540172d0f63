import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import PQueue from 'p-queue';
import type { Done, Order } from './compiler.mjs';

/** A document takes less than a tenth of a second; one that does not end is given up. */
const MOST_MS = 15_000;
/** Whoever comes when this many wait is told so at once. */
const MOST_WAITING = 40;
/** A compiler that has nothing to do goes, and its memory with it. */
const IDLE_MS = 60_000;
const MEMORY_MB = 64;

// Spelled out, so that the build takes it along.
const COMPILER = path.join(process.cwd(), 'lib/print/compiler.mjs');

/** No file can be made now, or none of this content. */
export class PrintError extends Error {
  constructor(
    readonly reason: 'busy' | 'broken' | 'late' | 'ended',
    problem = '',
  ) {
    super(`no file was made: ${reason} ${problem}`.trim());
    this.name = 'PrintError';
  }
}

interface Limits {
  program: string;
  mostMs: number;
  mostWaiting: number;
  idleMs: number;
}

const LIMITS: Limits = {
  ...{ program: COMPILER, mostMs: MOST_MS, mostWaiting: MOST_WAITING, idleMs: IDLE_MS },
};

/** One compiler in a process of its own, made for the first document and kept for the next ones. */
export class PrintRoom {
  readonly #queue = new PQueue({ concurrency: 1 });
  #compiler: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(private readonly limits: Limits = LIMITS) {}

  /** @throws {PrintError} */
  async make(order: Order): Promise<Buffer> {
    if (this.#queue.size >= this.limits.mostWaiting) throw new PrintError('busy');
    const done = await this.#queue.add(() => this.#compile(order));
    if ('problem' in done) throw new PrintError('broken', done.problem);
    return Buffer.from(done.pdf);
  }

  /** Ends the compiler; the next document brings another one. */
  close(): void {
    clearTimeout(this.#idle);
    // In the middle of a document it listens to nothing else.
    this.#compiler?.kill('SIGKILL');
    this.#compiler = null;
  }

  async #compile(order: Order): Promise<Done> {
    clearTimeout(this.#idle);
    this.#compiler ??= this.#start();
    try {
      return await answered(this.#compiler, order, this.limits.mostMs);
    } catch (error) {
      this.close();
      throw error;
    } finally {
      this.#idle = setTimeout(() => this.close(), this.limits.idleMs).unref();
    }
  }

  #start(): ChildProcess {
    const compiler = fork(this.limits.program, {
      // It is told nothing it does not need: no secrets, no database.
      env: { NODE_ENV: 'production' },
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    compiler.once('exit', () => {
      if (this.#compiler === compiler) this.#compiler = null;
    });
    // Nobody waits for it when the program ends.
    compiler.unref();
    compiler.channel?.unref();
    return compiler;
  }
}

/** What the compiler made of an order. */
async function answered(compiler: ChildProcess, order: Order, mostMs: number): Promise<Done> {
  const over = new AbortController();
  const late = AbortSignal.timeout(mostMs);
  const signal = AbortSignal.any([over.signal, late]);
  const message = once(compiler, 'message', { signal });
  const exit = once(compiler, 'exit', { signal });
  try {
    compiler.channel?.ref();
    compiler.send(order);
    const said = await Promise.race([message, exit.then(() => null)]);
    if (said === null) throw new PrintError('ended');
    return said[0] as Done;
  } catch (error) {
    throw late.aborted ? new PrintError('late') : error;
  } finally {
    over.abort();
    compiler.channel?.unref();
    await Promise.allSettled([message, exit]);
  }
}

let room: PrintRoom | null = null;

/**
 * A PDF file after one of the templates, made for everybody (PDF/UA-1).
 * @param data as JSON; never read as the template's language
 * @param at date of the file: the same data at the same date make the same bytes
 * @throws {PrintError}
 */
export function typeset(template: string, data: unknown, at: Date): Promise<Buffer> {
  room ??= new PrintRoom();
  return room.make({ template, data, at: Math.floor(at.getTime() / 1000) });
}
