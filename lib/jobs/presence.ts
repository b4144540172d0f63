import 'server-only';
import type { ClientBase } from 'pg';
import { KeptLine } from '@/lib/core/kept-line.mjs';
import { log } from '@/lib/core/log.mjs';

/** Advisory locks of two numbers: ours are those with this first one. */
const PRESENCE = 7_310_044;
const LOOK_MS = 5000;

/**
 * Whoever marks jobs as theirs under a name holds its lock as long as they live. Shared: a session of
 * ours that died unnoticed may still hold it for a while.
 */
const HOLD = 'SELECT pg_try_advisory_lock_shared($1, hashtext($2))';
const LET_GO = 'SELECT pg_advisory_unlock_shared($1, hashtext($2))';

const FREE = 'SELECT graphile_worker.force_unlock_workers($1::text[])';

const ABSENT = `
  SELECT DISTINCT locked_by AS name FROM (
    SELECT locked_by FROM graphile_worker.jobs
    UNION ALL SELECT locked_by FROM graphile_worker._private_job_queues
  ) AS marks
  WHERE locked_by IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND classid = $1::bigint AND objid::bigint = hashtext(locked_by) & 4294967295)`;

/**
 * Tells the living from the dead. The queue marks a job with the name of whoever works on it, and a
 * process that is killed leaves its marks behind. A lock of a session cannot survive its process, so a
 * name whose lock nobody holds, twice in a row, belongs to nobody any more: its jobs are free again.
 */
export class Presence {
  #line;
  #names = new Set<string>();
  #held = new Set<string>();
  #missed = new Set<string>();
  #lookMs;
  #looking: NodeJS.Timeout | undefined;
  #isLooking = false;

  /** @param url of the database @param lookMs how often to look after the others */
  constructor(url: string, lookMs: number = LOOK_MS) {
    this.#lookMs = lookMs;
    this.#line = new KeptLine({
      url,
      name: 'stadtteilforum-presence',
      onOpen: (client) => this.#holdAll(client),
    });
  }

  /** The first look is at once: whoever starts again finds what was left lying. */
  async start(): Promise<void> {
    await this.#line.start();
    await this.look();
    this.#looking = setInterval(() => void this.look(), this.#lookMs).unref();
  }

  async #holdAll(client: ClientBase): Promise<void> {
    this.#held.clear();
    for (const name of this.#names) {
      await client.query(HOLD, [PRESENCE, name]);
      this.#held.add(name);
    }
  }

  /** Whether the database is known to be away. */
  get isAway(): boolean {
    return this.#line.isAway;
  }

  enter(name: string): void {
    this.#names.add(name);
  }

  /** Settles when the others can see that we are there. @throws while the database is away */
  async assertSeen(name: string): Promise<void> {
    if (this.#held.has(name) && !this.#line.isAway) return;
    await this.#line.query(HOLD, [PRESENCE, name]);
    this.#held.add(name);
  }

  /** What is still marked with this name is put back: nobody works on it any more. */
  async leave(name: string): Promise<void> {
    this.#names.delete(name);
    this.#held.delete(name);
    await this.#line.query(FREE, [[name]]);
    await this.#line.query(LET_GO, [PRESENCE, name]);
  }

  /** Frees what belongs to names that were missing at the last look already. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const rows = await this.#line.query<{ name: string }>(ABSENT, [PRESENCE]);
      const absent = rows.map(({ name }) => name);
      const dead = absent.filter((name) => this.#missed.has(name));
      this.#missed = new Set(absent);
      if (dead.length > 0) await this.#free(dead);
    } catch {
      // While the database is away nobody can be seen; what we saw before counts no more.
      this.#missed.clear();
    } finally {
      this.#isLooking = false;
    }
  }

  async #free(dead: string[]): Promise<void> {
    await this.#line.query(FREE, [dead]);
    log('warn', 'jobs.takenOver');
  }

  async stop(): Promise<void> {
    clearInterval(this.#looking);
    await this.#line.stop();
  }
}
