import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { hashSecret } from '@/lib/core/tokens';
import { testDatabase } from '@/lib/testing/database';
import { makeGuest, makeOffice } from '@/lib/testing/factories';
import { askForCode, newBrowser } from '@/lib/testing/sign-in';
import { signInWithCode, signInWithLink } from './commands';

testDatabase();
beforeEach(() => makeOffice());

const sessionsOf = (email: string) => db.userSession.count({ where: { user: { email } } });
const TWENTY = Array.from({ length: 20 });

describe('twenty uses at the same moment', () => {
  it('of one link make one session', async () => {
    const email = 'link-race@person.example';
    const { link } = await askForCode(email);
    await Promise.all(TWENTY.map(() => signInWithLink(makeGuest(), { token: link }, newBrowser())));
    expect(await sessionsOf(email)).toBe(1);
  });

  it('of one code make one session', async () => {
    const email = 'code-race@person.example';
    const asked = await askForCode(email);
    await Promise.all(TWENTY.map(() => signInWithCode(makeGuest(), asked, newBrowser())));
    expect(await sessionsOf(email)).toBe(1);
  });

  it('of an unguarded link (look first, then mark) make several: the race can be seen', async () => {
    const email = 'red-race@person.example';
    const { link } = await askForCode(email);
    const linkHash = hashSecret('sign-in-link', link);
    const user = await db.user.create({ data: { email } });
    // All look before any marks, as happens when nothing makes them wait for each other.
    const looked = await Promise.all(
      TWENTY.map(() => db.signInCode.findUniqueOrThrow({ where: { linkHash } })),
    );
    for (const { consumedAt, expiresAt } of looked) {
      if (consumedAt) continue;
      const { token, browser } = newBrowser();
      const tokenHash = hashSecret('session', token);
      await db.userSession.create({ data: { tokenHash, userId: user.id, browser, expiresAt } });
      await db.signInCode.update({ where: { linkHash }, data: { consumedAt: new Date() } });
    }
    expect(await sessionsOf(email)).toBeGreaterThan(1);
  });

  it('of one form to ask again leave one live code: the newest', async () => {
    const email = 'asking-race@person.example';
    const { request } = await askForCode(email, { device: 'here' });
    const again = { after: request, device: 'here' };
    await Promise.all(TWENTY.slice(0, 5).map(() => askForCode(email, again)));
    const live = await db.signInCode.count({ where: { email, expiresAt: { gt: new Date() } } });
    expect(live).toBe(1);
  });
});
