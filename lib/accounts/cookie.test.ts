import { beforeEach, expect, it, vi } from 'vitest';
import { forgetCookie, SESSION_COOKIE, WITH_SESSION } from './cookie';

const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string, { maxAge }: { maxAge: number }) =>
      maxAge === 0 ? jar.delete(name) : jar.set(name, value),
  }),
}));

beforeEach(() => jar.clear());

it('signing out takes what was kept for the session, and leaves what is the device’s', async () => {
  const stays = [`${SESSION_COOKIE}-geraet`, `${SESSION_COOKIE}-urne`];
  for (const name of [SESSION_COOKIE, `${WITH_SESSION}zettel`, ...stays]) jar.set(name, 'x');
  await forgetCookie();
  expect([...jar.keys()]).toEqual(stays);
});
