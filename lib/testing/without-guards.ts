import pg from 'pg';
import { vi } from 'vitest';

type Rewrite = (statement: string) => string;

/** Takes the row locks out of a statement. */
export const unlocked: Rewrite = (statement) =>
  statement.replace(/\sFOR (?:NO KEY )?UPDATE\b/g, '');

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
export async function sentOtherwise<T>(rewrite: Rewrite, act: () => Promise<T>): Promise<T> {
  const send = pg.Client.prototype.query as (...sent: unknown[]) => unknown;
  const sending = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...[first, ...rest]: unknown[]
  ) {
    return send.call(this, rewritten(first, rewrite), ...rest);
  } as never);
  try {
    return await act();
  } finally {
    sending.mockRestore();
  }
}
