import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Done, Order } from './compiler.mjs';
import { PrintError } from './errors';

const MEMORY_MB = 64;

export interface PressLimits {
  program: string;
  mostMs: number;
  idleMs: number;
}

/** One compiler in a process of its own, made for the first document and kept for the next ones. */
export class Press {
  #compiler: ChildProcess | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(private readonly limits: PressLimits) {}

  /**
   * One document at a time.
   * @throws {PrintError} whatever goes wrong
   */
  async make(order: Order): Promise<Buffer> {
    clearTimeout(this.#idle);
    try {
      this.#compiler ??= this.#start();
      const done = await answered(this.#compiler, order, this.limits.mostMs);
      if ('pdf' in done) return Buffer.from(done.pdf);
      throw new PrintError('broken', done.problem);
    } catch (error) {
      const known = error instanceof PrintError ? error : new PrintError('ended', '', error);
      // One that has said what is wrong with a document can go on.
      if (known.reason !== 'broken') this.close();
      throw known;
    } finally {
      this.#idle = setTimeout(() => this.close(), this.limits.idleMs).unref();
    }
  }

  /** Ends the compiler; the next document brings another one. */
  close(): void {
    clearTimeout(this.#idle);
    // In the middle of a document it listens to nothing else.
    this.#compiler?.kill('SIGKILL');
    this.#compiler = null;
  }

  #start(): ChildProcess {
    const compiler = fork(this.limits.program, {
      // It is told nothing it does not need: no secrets, no database.
      env: { NODE_ENV: 'production' },
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const isOver = () => {
      if (this.#compiler === compiler) this.close();
    };
    compiler.once('exit', isOver);
    // A fault while nobody waits for a document would end this program too.
    compiler.on('error', isOver);
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
