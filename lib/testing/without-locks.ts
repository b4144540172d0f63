import pg from 'pg';
import { vi } from 'vitest';

const ROW_LOCK = /\sFOR (?:NO KEY )?UPDATE\b/g;

const unlocked = (sent: unknown): unknown => {
  if (typeof sent === 'string') return sent.replace(ROW_LOCK, '');
  if (sent === null || typeof sent !== 'object' || !('text' in sent)) return sent;
  return { ...sent, text: unlocked(sent.text) };
};

/**
 * Does something without the row locks it asks for, as if nobody had written them down: what a test of a rush is there
 * to see must happen then.
 */
export async function withoutRowLocks<T>(act: () => Promise<T>): Promise<T> {
  const send = pg.Client.prototype.query as (...sent: unknown[]) => unknown;
  const sending = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...[first, ...rest]: unknown[]
  ) {
    return send.call(this, unlocked(first), ...rest);
  } as never);
  try {
    return await act();
  } finally {
    sending.mockRestore();
  }
}
