import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { UNPROVEN_LIMITS } from '@/lib/mail/unproven';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import {
  type Asking,
  accepted,
  askForCode,
  codeOf,
  fromAddress,
  mailsTo,
  newBrowser,
} from '@/lib/testing/sign-in';
import { signInWithCode } from './commands';
import { CODE_TRIES, KNOWN_BROWSER_LIMIT } from './rules';

testDatabase();
beforeEach(() => makeOffice());

let counter = 0;
const victim = () => {
  counter += 1;
  return `victim-${counter}@person.example`;
};

const OWNER = '198.51.100.7';
const owner = (email: string, asking: Asking = {}) =>
  fromAddress(OWNER, () => askForCode(email, asking));

/** Strangers ask again and again from a number of networks. */
async function flood(email: string, networks: number, each: number): Promise<void> {
  for (let network = 0; network < networks; network += 1)
    for (let n = 0; n < each; n += 1)
      await fromAddress(`10.${network}.0.${n}`, () => askForCode(email));
}

describe('strangers who ask in my name', () => {
  it('do not end the code I have just got', async () => {
    const email = victim();
    const mine = await owner(email);
    await flood(email, 3, 3);
    expect((await signInWithCode(makeGuest(), mine, newBrowser())).ok).toBe(true);
  });

  it('would end it if the newest of all won (red twin)', async () => {
    const email = victim();
    const mine = await owner(email);
    await flood(email, 1, 1);
    const newest = await db.signInCode.findFirstOrThrow({
      where: { email },
      orderBy: { createdAt: 'desc' },
    });
    const at = new Date();
    await db.signInCode.updateMany({
      where: { email, id: { not: newest.id } },
      data: { expiresAt: at },
    });
    const answer = await signInWithCode(makeGuest(), mine, newBrowser());
    expect(codeOf(answer)).toBe('accounts.refused.codeExpired');
  });

  it('cannot follow on a request they do not know', async () => {
    const email = victim();
    const mine = await owner(email);
    for (const after of [crypto.randomUUID(), '00000000-0000-4000-8000-000000000000'])
      await fromAddress('10.1.1.1', () => askForCode(email, { after }));
    expect((await signInWithCode(makeGuest(), mine, newBrowser())).ok).toBe(true);
  });

  it('use up their own tries with guesses, not mine', async () => {
    const email = victim();
    const mine = await owner(email);
    const theirs = await fromAddress('10.1.1.2', () => askForCode(email));
    for (let n = 0; n < CODE_TRIES + 5; n += 1) {
      const wrong = { request: theirs.request, code: 'AAAAAAAA' };
      await signInWithCode(makeGuest(), wrong, newBrowser());
    }
    const stolen = { request: theirs.request, code: mine.code };
    expect((await signInWithCode(makeGuest(), stolen, newBrowser())).ok).toBe(false);
    expect((await signInWithCode(makeGuest(), mine, newBrowser())).ok).toBe(true);
  });
});

describe('a flood of requests for my address', () => {
  it('from any number of networks does not reach the allowance of a browser I signed in with', async () => {
    const email = victim();
    await flood(email, 40, 3);
    const before = await mailsTo(email);
    const mine = await owner(email, { device: 'my-own-browser' });
    expect(await mailsTo(email)).toBe(before + 1);
    expect((await signInWithCode(makeGuest(), mine, newBrowser())).ok).toBe(true);
  });

  it('keeps it from the same browser when it could not prove that (red twin)', async () => {
    const email = victim();
    await flood(email, 40, 3);
    const before = await mailsTo(email);
    const mine = await owner(email);
    expect(await mailsTo(email)).toBe(before);
    expect((await signInWithCode(makeGuest(), mine, newBrowser())).ok).toBe(false);
  });

  it('again and again from a few networks leaves a first-time browser its mail', async () => {
    const email = victim();
    await flood(email, 8, 10);
    const before = await mailsTo(email);
    const mine = await owner(email);
    expect(await mailsTo(email)).toBe(before + 1);
    expect((await signInWithCode(makeGuest(), mine, newBrowser())).ok).toBe(true);
  });

  it('from many neighbouring addresses counts as one network’s first', async () => {
    const email = victim();
    for (let n = 0; n < 60; n += 1) await fromAddress(`10.9.9.${n}`, () => askForCode(email));
    const before = await mailsTo(email);
    expect(before).toBe(1 + UNPROVEN_LIMITS.repeated.max);
    await owner(email);
    expect(await mailsTo(email)).toBe(before + 1);
  });

  it('does not lock me out of another account or out of my network', async () => {
    const email = victim();
    await fromAddress(OWNER, async () => {
      for (let n = 0; n < UNPROVEN_LIMITS.network.max + 5; n += 1) await askForCode(victim());
    });
    const mine = await owner(email, { device: 'my-own-browser' });
    expect((await signInWithCode(makeGuest(), mine, newBrowser())).ok).toBe(true);
  });

  it('has an end for a browser that is known, too', async () => {
    const email = victim();
    for (let n = 0; n < 20; n += 1) await owner(email, { device: 'stolen-browser' });
    expect(await mailsTo(email)).toBe(KNOWN_BROWSER_LIMIT.max);
  });
});

describe('whether an address is known', () => {
  it('shows neither in the answer nor in what is written', async () => {
    const known = (await makeActor()).email ?? '';
    const rowsBefore = await db.user.count();
    const asked = [await owner(known), await owner(victim())];
    expect(asked.map((answer) => Object.keys(answer))).toEqual(
      Array(2).fill(['code', 'link', 'request']),
    );
    const rows = await db.signInCode.findMany({
      where: { id: { in: asked.map(({ request }) => request) } },
    });
    expect(rows.map(({ userId }) => userId)).toEqual([null, null]);
    expect(await db.user.count()).toBe(rowsBefore);
  });

  it('is not told by the mark of a sign-in either', async () => {
    const email = victim();
    const signedIn = accepted(
      await signInWithCode(makeGuest(), await askForCode(email), newBrowser()),
    );
    expect(signedIn.mark).not.toBe('');
    expect(JSON.stringify(signedIn)).not.toContain(email);
  });
});
