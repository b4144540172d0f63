import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '@/prisma/generated/client';
import { openSealed, sealText } from './crypto';
import { makePool } from './database-pool.mjs';
import { readEnv } from './env.mjs';
import { isLostConnection } from './lost-connection';
import { announceDrop, DROP_CHANNEL, processState } from './process-state.mjs';
import { type Result, refused } from './result';
import type { Tag } from './tags';
import { hashesOfForm, hashOfForm, signOfContent } from './tokens';
import { makeTurns } from './turns';

export type Tx = Prisma.TransactionClient;

interface Connected {
  client: PrismaClient;
  /**
   * Half of the connections are for writes: when a whole town votes in the same minute, everybody
   * else still reads, and nobody's write fails because it waited too long for a connection.
   */
  inTurn: ReturnType<typeof makeTurns>;
}

const holder = globalThis as typeof globalThis & { stadtteilforumDb?: Connected };

function connect(): Connected {
  const env = readEnv();
  const pool = makePool({
    url: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    name: 'stadtteilforum',
    zone: env.TIME_ZONE,
  });
  processState().databasePool = pool;
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return {
    client: new PrismaClient({ adapter }),
    inTurn: makeTurns(Math.ceil(env.DATABASE_POOL / 2)),
  };
}

function connected(): Connected {
  holder.stadtteilforumDb ??= connect();
  return holder.stadtteilforumDb;
}

/** The one client of this process, made at first use so that a build needs no database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    const { client } = connected();
    const value = Reflect.get(client, property);
    return typeof value === 'function' ? value.bind(client) : value;
  },
});

interface TransactionScope {
  droppedTags: Set<string>;
}

const MOST_TRIES = 5;
const RETRY_MS = 20;
const SECONDS = 15;

const scopes = new AsyncLocalStorage<TransactionScope>();

/** The submitted form whose result the next transaction decides; see `inTransaction`. */
export interface SubmittedForm {
  token: string;
  form: string;
  /** Sign of what was sent, see `signOfContent`; whatever else comes with the same token is refused. */
  content?: string;
  at: Date;
  /** Set once its token is: by this very sending, or before it. */
  spent?: boolean;
  /** Set once something was committed on another connection, or may have been on this one: it stays whatever becomes of the form. */
  mayBeSaved?: boolean;
}

/** What broke after something was written is not said to have saved nothing. */
export function faultSaid({ spent, mayBeSaved }: SubmittedForm): string {
  if (spent) return 'form.failedLater';
  return mayBeSaved ? 'form.failedMaybe' : 'form.failed';
}

/** Code of the refusal of a token that was spent on something else. */
export const SENT_BEFORE = 'form.refused.sentBefore';

export const submittedForm = new AsyncLocalStorage<SubmittedForm>();

/**
 * Runs one write: READ COMMITTED, retried when PostgreSQL asks for it. Inside an accepted form the
 * form's token is claimed first, so that a second click waits and then gets the first click's result.
 * A refusal rolls everything back, but for what `refusedAndNoted` says. Tags named by `dropPages` are dropped in this process after the
 * commit and in every other one by NOTIFY.
 * @param seconds how long it may take before it is given up; more only where a lot is counted
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<Result<T>>,
  seconds: number = SECONDS,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(work, seconds * 1000);
    } catch (error) {
      if (error instanceof RolledBack) return error.result as Result<T>;
      if (attempt >= MOST_TRIES || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * RETRY_MS * attempt));
    }
  }
}

async function runOnce<T>(
  work: (tx: Tx) => Promise<Result<T>>,
  timeout: number,
): Promise<Result<T>> {
  // It would wait for a turn that only comes when it is done itself.
  if (scopes.getStore()) throw new Error('a write inside a write');
  const scope: TransactionScope = { droppedTags: new Set() };
  let isWritten = false;
  const write = async (tx: Tx) => {
    const result = await claimAndWork(tx, work);
    isWritten = true;
    return result;
  };
  try {
    const result = await connected().inTurn(() =>
      scopes.run(scope, () => db.$transaction(write, { timeout, maxWait: SECONDS * 1000 })),
    );
    tellCommitted(scope, { spent: result.ok });
    return result;
  } catch (error) {
    // Whether it was committed before the connection was gone nobody can say.
    if (isWritten && isLostConnection(error)) tellCommitted(scope, { mayBeSaved: true });
    throw error;
  }
}

/** Pages are made anew, and the form knows what became of it. */
function tellCommitted(
  { droppedTags }: TransactionScope,
  { spent = false, mayBeSaved = false }: Pick<SubmittedForm, 'spent' | 'mayBeSaved'>,
): void {
  if (droppedTags.size > 0) announceDrop([...droppedTags]);
  const form = submittedForm.getStore();
  if (!form) return;
  if (spent) form.spent = true;
  if (mayBeSaved) form.mayBeSaved = true;
}

class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super('refused');
  }
}

async function claimAndWork<T>(tx: Tx, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  const form = submittedForm.getStore();
  const tokenHash = form ? hashOfForm(form.token) : '';
  if (form) {
    const earlier = await claimToken(tx, form, tokenHash);
    if (earlier) {
      form.spent = true;
      return earlier as Result<T>;
    }
  }
  const result = await work(tx);
  if (!result.ok) {
    if (!result.noted) throw new RolledBack(result);
    // Nothing reached anybody: the token is as unspent as after any other refusal.
    if (form) await tx.formSubmission.delete({ where: { tokenHash }, select: { form: true } });
    return result;
  }
  if (form) {
    const sealed = sealText(answerTo(form.token), JSON.stringify(result));
    await tx.formSubmission.update({
      where: { tokenHash },
      data: { result: sealed },
      select: { form: true },
    });
  }
  return result;
}

/** Whether this form was spent on something else already: whoever writes anything before it is claimed asks that first. */
export async function isSpentElsewhere(sent: SubmittedForm): Promise<boolean> {
  const row = await db.formSubmission.findUnique({ where: { tokenHash: hashOfForm(sent.token) } });
  return row !== null && row.form !== markOf(sent);
}

/** Whether this form was done, by this content or another; also with a secret of before. */
export const isSpent = async ({ token }: SubmittedForm): Promise<boolean> =>
  (await db.formSubmission.count({ where: { tokenHash: { in: hashesOfForm(token) } } })) > 0;

const markOf = ({ token, form, content }: SubmittedForm) =>
  signOfContent(token, [form, content ?? '']);

/**
 * A token counts for one form with one content. Sent again just like that it gives what it gave before;
 * whoever sends it with anything else does not get to see that, nor does it count once more. Which form it was stands
 * nowhere in words: how many answered what on a day is nobody's to read here.
 */
async function claimToken(tx: Tx, sent: SubmittedForm, tokenHash: string): Promise<unknown> {
  const form = markOf(sent);
  // Waits here while another transaction holds the same token.
  const claimed = await tx.$executeRaw`
    INSERT INTO form_submissions (token_hash, form, day)
    VALUES (${tokenHash}, ${form}, ${sent.at}::date) ON CONFLICT DO NOTHING`;
  if (claimed > 0) return null;
  const row = await tx.formSubmission.findUnique({ where: { tokenHash } });
  return (row?.form === form && openAnswer(sent.token, row.result)) || refused(SENT_BEFORE);
}

/**
 * What a form gave is for whoever has the form: with its token it is sealed, and of that the database knows a hash.
 * Numbers, tickets and names in it are nobody's to read here.
 */
const answerTo = (token: string) => `answer to ${token}`;

function openAnswer(token: string, kept: unknown): unknown {
  // Answers given before they were sealed lie open for two days.
  if (typeof kept !== 'string') return kept;
  const text = openSealed(answerTo(token), kept);
  return text === null ? null : JSON.parse(text);
}

function isRetryable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true;
  const text = error instanceof Error ? error.message : '';
  return text.includes('40001') || text.includes('40P01') || text.includes('deadlock detected');
}

const TAGS_AT_ONCE = 100;

/** Inside a transaction: pages and memories that show these things must be made anew. */
export async function dropPages(tx: Tx, ...tags: Tag[]): Promise<void> {
  for (const tag of tags) scopes.getStore()?.droppedTags.add(tag);
  if (tags.length === 0) return;
  // What is told at once may have 8000 bytes.
  const parts = Array.from({ length: Math.ceil(tags.length / TAGS_AT_ONCE) }, (_, index) =>
    tags.slice(index * TAGS_AT_ONCE, (index + 1) * TAGS_AT_ONCE).join(','),
  );
  await tx.$executeRaw`SELECT pg_notify(${DROP_CHANNEL}, part) FROM unnest(${parts}::text[]) AS part`;
}
