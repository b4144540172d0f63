import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { vi } from 'vitest';

type Rewrite = (statement: string) => string;

/** Takes the row locks out of a statement. */
export const unlocked: Rewrite = (statement) =>
  statement.replace(/\sFOR (?:NO KEY )?UPDATE\b/g, '');

/** Takes the locks out with which many may look at once. */
export const unshared: Rewrite = (statement) => statement.replace(/\sFOR (?:KEY )?SHARE\b/g, '');

/** The one statement of `takeVersion`, which then takes any version for the one that was seen. */
const unversioned: Rewrite = (statement) =>
  statement.replace(/( AND )"[\w".]*"version" = (\$\d+)(?=\)?\s*$)/, '$1$2::int = $2::int');

const rewritten = (sent: unknown, rewrite: Rewrite): unknown => {
  if (typeof sent === 'string') return rewrite(sent);
  if (sent === null || typeof sent !== 'object' || !('text' in sent)) return sent;
  return { ...sent, text: rewritten(sent.text, rewrite) };
};

/**
 * Does something without the row locks it asks for, as if nobody had written them down: what a test of a rush is there
 * to see must happen then.
 */
export const withoutRowLocks = <T>(act: () => Promise<T>) => sentOtherwise(unlocked, act);

/** The same without looking whether what somebody saw is still so (`takeVersion`). */
export const withoutVersions = <T>(act: () => Promise<T>) => sentOtherwise(unversioned, act);

/** Where one of the two is enough, it is both that must be missing before anything happens twice. */
export const withoutLocksAndVersions = <T>(act: () => Promise<T>) =>
  sentOtherwise((statement) => unversioned(unlocked(statement)), act);

/** For a guard that is part of a statement: does something with that statement sent in other words. */
export const sentOtherwise = <T>(rewrite: Rewrite, act: () => Promise<T>) =>
  sentBy((send, sent) => send(rewritten(sent, rewrite)), act);

/**
 * The same, and of those who come to a statement like `write` the first waits for a second: both have looked by then, and
 * neither has written. What happens to them is no matter of how fast they are.
 */
export function bothBefore<T>(write: RegExp, rewrite: Rewrite, act: () => Promise<T>): Promise<T> {
  const waiting: (() => void)[] = [];
  let came = 0;
  return sentBy((send, sent) => {
    const go = () => send(rewritten(sent, rewrite));
    if (!write.test(textOf(sent))) return go();
    came += 1;
    if (came === 1) return new Promise<void>((resolve) => waiting.push(resolve)).then(go);
    for (const resolve of waiting) resolve();
    return go();
  }, act);
}

/**
 * The same, where one comes to a statement like `write`, and before it is sent something else happens from beginning to end:
 * what was looked at is over by then.
 */
export function overtaken<T>(
  write: RegExp,
  meanwhile: () => Promise<unknown>,
  rewrite: Rewrite,
  act: () => Promise<T>,
): Promise<T> {
  let happened = false;
  // It is no part of the transaction it comes in between.
  const outside = AsyncLocalStorage.snapshot();
  return sentBy((send, sent) => {
    const go = () => send(rewritten(sent, rewrite));
    if (happened || !write.test(textOf(sent))) return go();
    happened = true;
    return outside(meanwhile).then(go);
  }, act);
}

const textOf = (sent: unknown): string => {
  if (typeof sent === 'string') return sent;
  return sent !== null && typeof sent === 'object' && 'text' in sent ? String(sent.text) : '';
};

type Send = (sent: unknown) => unknown;

async function sentBy<T>(way: (send: Send, sent: unknown) => unknown, act: () => Promise<T>) {
  const query = pg.Client.prototype.query as (...sent: unknown[]) => unknown;
  const sending = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...[first, ...rest]: unknown[]
  ) {
    return way((sent) => query.call(this, sent, ...rest), first);
  } as never);
  try {
    return await act();
  } finally {
    sending.mockRestore();
  }
}
