import pg from 'pg';
import { vi } from 'vitest';

/** How many statements this process sends to its database while something is done. */
export async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await act();
    return sent.mock.calls.length;
  } finally {
    sent.mockRestore();
  }
}
