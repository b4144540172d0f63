import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { accepted, actorIn, askForCode, codeOf, mailsTo, newBrowser } from '@/lib/testing/sign-in';
import { personOfAddress } from '../invitations/steps';
import { startSession } from '../sessions/steps';
import { addAddress, requestAddressCode, signInWithCode } from './commands';
import { getAddressRequest, getSignInRequest } from './queries';

testDatabase();
beforeEach(async () => {
  await db.user.deleteMany();
  await db.signInCode.deleteMany();
  await makeOffice();
});

/** Somebody who came by card: an account without an address. */
async function cardHolder(): Promise<Actor> {
  const { id } = await db.user.create({ data: {}, select: { id: true } });
  const browser = newBrowser();
  await inTransaction(async (tx) =>
    ok(await startSession(makeGuest(), tx, { ...browser, userId: id, next: '' })),
  );
  return actorIn(browser);
}

async function ask(actor: Actor, email: string) {
  const code = newCode(8);
  const { request } = accepted(await requestAddressCode(actor, { email, locale: 'de' }, code));
  return { request, code };
}

const newAddress = () => `card-${newCode(10)}@person.example`.toLowerCase();

/** Somebody's first sign-in, held before its end. */
const signingInFirst = (email: string) => held((tx) => personOfAddress(makeGuest(), tx, email));

describe('adding an address to an account', () => {
  it('takes the mailed code; from then on the address signs in to the same account', async () => {
    const actor = await cardHolder();
    const email = newAddress();
    const asked = await ask(actor, email);
    expect(await getAddressRequest(actor, asked.request)).toEqual({ email });
    expect(await mailsTo(email)).toBe(1);
    accepted(await addAddress(actor, asked));
    const browser = newBrowser();
    accepted(await signInWithCode(makeGuest(), await askForCode(email), browser));
    expect((await actorIn(browser)).id).toBe(actor.id);
    const audit = await db.auditEntry.findMany({ where: { subjectId: actor.id } });
    expect(audit.map(({ action }) => action)).toContain('account.addressAdded');
  });

  it('works once, and not with a wrong code', async () => {
    const actor = await cardHolder();
    const asked = await ask(actor, newAddress());
    const wrong = await addAddress(actor, { ...asked, code: 'XXXX-XXXX' });
    expect(codeOf(wrong)).toBe('accounts.refused.codeWrong');
    accepted(await addAddress(actor, asked));
    expect(codeOf(await addAddress(actor, asked))).toBe('accounts.refused.codeUsed');
  });

  it('is for the one who asked: no other account, and it signs nobody in', async () => {
    const [actor, stranger] = [await cardHolder(), await cardHolder()];
    const asked = await ask(actor, newAddress());
    expect(codeOf(await addAddress(stranger, asked))).toBe('accounts.refused.codeExpired');
    await expect(getAddressRequest(stranger, asked.request)).rejects.toThrow('NOT_FOUND');
    const signIn = await signInWithCode(makeGuest(), asked, newBrowser());
    expect(codeOf(signIn)).toBe('accounts.refused.codeExpired');
    await expect(getSignInRequest(asked.request)).rejects.toThrow('NOT_FOUND');
    accepted(await addAddress(actor, asked));
  });

  it('never takes a code that was mailed for signing in', async () => {
    const actor = await cardHolder();
    const asked = await askForCode(newAddress());
    expect(codeOf(await addAddress(actor, asked))).toBe('accounts.refused.codeExpired');
  });

  it('tells only the owner of an address that it has an account', async () => {
    const [actor, other] = [await cardHolder(), await makeActor()];
    const asked = await ask(actor, other.email ?? '');
    const wrong = await addAddress(actor, { ...asked, code: 'XXXX-XXXX' });
    expect(codeOf(wrong)).toBe('accounts.refused.codeWrong');
    expect(codeOf(await addAddress(actor, asked))).toBe('accounts.refused.addressTaken');
    const row = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
    expect(row.email).toBeNull();
  });

  it('is told so, too, when somebody signs in first with the address at the same moment', async () => {
    const actor = await cardHolder();
    const email = newAddress();
    const asked = await ask(actor, email);
    const { reached, go, done } = signingInFirst(email);
    await reached;
    const added = addAddress(actor, asked);
    await someoneWaits();
    go();
    expect(await done).toMatchObject({ ok: true });
    expect(codeOf(await added)).toBe('accounts.refused.addressTaken');
    expect(await db.user.count({ where: { email } })).toBe(1);
  });

  it('is not for accounts that have one', async () => {
    const actor = await makeActor();
    const input = { email: newAddress(), locale: 'de' };
    await expect(requestAddressCode(actor, input, newCode(8))).rejects.toThrow('NOT_FOUND');
  });
});
