import { generate } from 'otplib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOfToken } from '@/lib/accounts/actor';
import { startSession } from '@/lib/accounts/sessions/steps';
import type { NewSession } from '@/lib/accounts/sessions/types';
import type { Actor, Role } from '@/lib/accounts/types';
import { now, setClock } from '@/lib/core/clock';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { accepted, actorIn, codeOf, newBrowser } from '@/lib/testing/sign-in';
import {
  giveDemoSecondFactor,
  giveSecondFactor,
  renewRecoveryCodes,
  setUpSecondFactor,
} from './commands';
import { countRecoveryCodes, getNewRecoveryCodes, getSecondFactorSetup } from './queries';

testDatabase();
// The middle of a time step, so that no test runs over its edge.
const start = new Date('2027-01-20T10:00:15Z');

beforeEach(async () => {
  await makeOffice();
  setClock(start);
});
afterEach(() => setClock(null));

const seconds = (count: number) => setClock(new Date(now().getTime() + count * 1000));

async function anotherBrowser(userId: string): Promise<NewSession> {
  const browser = newBrowser();
  await inTransaction(async (tx) =>
    ok(await startSession(makeGuest(), tx, { ...browser, userId, next: '' })),
  );
  return browser;
}

async function newStaff(roles: Role[] = ['COORDINATOR']) {
  const { id } = await makeActor({ roles, secondFactor: false });
  const browser = await anotherBrowser(id);
  return { browser, actor: await actorIn(browser) };
}

function appCode(secret: string): Promise<string> {
  return generate({ secret: secret.replace(/ /g, ''), epoch: Math.floor(now().getTime() / 1000) });
}

async function setUp() {
  const { browser, actor } = await newStaff();
  const { secret } = await getSecondFactorSetup(actor);
  accepted(await setUpSecondFactor(actor, await appCode(secret)));
  return { browser, secret, actor: await actorIn(browser) };
}

describe('setting up', () => {
  it('ties the app to the account and opens what is personal', async () => {
    const { browser, actor } = await newStaff();
    expect(actor.secondFactor).toBe(false);
    const { secret } = await getSecondFactorSetup(actor);
    expect(codeOf(await setUpSecondFactor(actor, '000000'))).toBe(
      'accounts.refused.secondFactorWrong',
    );
    accepted(await setUpSecondFactor(actor, await appCode(secret)));
    expect((await actorIn(browser)).secondFactor).toBe(true);
  });

  it('stores the secret encrypted only', async () => {
    const { secret, actor } = await setUp();
    const row = await db.user.findUniqueOrThrow({ where: { id: actor.id } });
    expect(row.totpSecret).toBeTruthy();
    expect(row.totpSecret).not.toContain(secret.replace(/ /g, ''));
  });

  it('cannot be done over by a second browser that has only the first factor', async () => {
    const { actor } = await setUp();
    const browser = await anotherBrowser(actor.id);
    const thief = await actorIn(browser);
    await expect(getSecondFactorSetup(thief)).rejects.toThrow('NOT_FOUND');
    await expect(getNewRecoveryCodes(thief)).rejects.toThrow('NOT_FOUND');
  });

  it('is not for residents', async () => {
    const resident = await makeActor();
    await expect(getSecondFactorSetup(resident)).rejects.toThrow('NOT_FOUND');
    await expect(giveSecondFactor(resident, '123456')).rejects.toThrow('NOT_FOUND');
  });
});

describe('giving the code', () => {
  it('is asked for in every new browser', async () => {
    const { actor, secret } = await setUp();
    const browser = await anotherBrowser(actor.id);
    const fresh = await actorIn(browser);
    expect([fresh.secondFactor, fresh.secondFactorSetUp]).toEqual([false, true]);
    seconds(60);
    accepted(await giveSecondFactor(fresh, await appCode(secret)));
    expect((await actorIn(browser)).secondFactor).toBe(true);
  });

  it('counts once per time step, also for twenty at the same moment', async () => {
    const { actor, secret } = await setUp();
    seconds(60);
    const code = await appCode(secret);
    const browsers: Actor[] = [];
    for (let n = 0; n < 20; n += 1) browsers.push(await actorIn(await anotherBrowser(actor.id)));
    const results = await Promise.all(browsers.map((one) => giveSecondFactor(one, code)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok).map(codeOf)).toContain(
      'accounts.refused.secondFactorUsed',
    );
  });

  it('refuses the code that set it up, and old ones', async () => {
    const { actor, secret } = await setUp();
    const fresh = await actorIn(await anotherBrowser(actor.id));
    const sameStep = await giveSecondFactor(fresh, await appCode(secret));
    expect(codeOf(sameStep)).toBe('accounts.refused.secondFactorUsed');
    const old = await appCode(secret);
    seconds(120);
    expect(codeOf(await giveSecondFactor(fresh, old))).toBe('accounts.refused.secondFactorWrong');
  });

  it('signs a browser out that guesses', async () => {
    const { actor } = await setUp();
    const browser = await anotherBrowser(actor.id);
    const thief = await actorIn(browser);
    const outcomes: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const result = await giveSecondFactor(thief, '000000');
      outcomes.push(result.ok ? result.value.outcome : 'refused');
    }
    expect(outcomes.at(-1)).toBe('ended');
    expect((await actorOfToken(browser.token)).kind).toBe('guest');
  });

  it('keeps tries for the owner while strangers guess in other browsers', async () => {
    const { actor, secret } = await setUp();
    for (let n = 0; n < 8; n += 1) {
      const thief = await actorIn(await anotherBrowser(actor.id));
      for (let guess = 0; guess < 5; guess += 1) await giveSecondFactor(thief, '000000');
    }
    seconds(60);
    const owner = await actorIn(await anotherBrowser(actor.id));
    expect((await giveSecondFactor(owner, await appCode(secret))).ok).toBe(true);
  });
});

describe('recovery codes', () => {
  it('are shown after the set-up, for half an hour, and work once each', async () => {
    const { actor } = await setUp();
    const [code = ''] = await getNewRecoveryCodes(actor);
    const fresh = await actorIn(await anotherBrowser(actor.id));
    accepted(await giveSecondFactor(fresh, code.toLowerCase()));
    const again = await actorIn(await anotherBrowser(actor.id));
    expect(codeOf(await giveSecondFactor(again, code))).toBe('accounts.refused.secondFactorWrong');
    seconds(31 * 60);
    await expect(getNewRecoveryCodes(actor)).rejects.toThrow('NOT_FOUND');
  });

  it('are stored as hashes', async () => {
    const { actor } = await setUp();
    const codes = await getNewRecoveryCodes(actor);
    const rows = await db.recoveryCode.findMany({ where: { userId: actor.id } });
    expect(rows).toHaveLength(10);
    expect(JSON.stringify(rows)).not.toContain(codes[0]?.replace('-', ''));
  });
});

describe('new recovery codes', () => {
  it('take the app’s code of now and make the old ones void', async () => {
    const { actor, secret } = await setUp();
    const [old = ''] = await getNewRecoveryCodes(actor);
    expect(await countRecoveryCodes(actor)).toBe(10);
    seconds(60 * 60);
    accepted(await renewRecoveryCodes(actor, await appCode(secret)));
    const codes = await getNewRecoveryCodes(actor);
    expect([codes.length, codes.includes(old)]).toEqual([10, false]);
    const fresh = await actorIn(await anotherBrowser(actor.id));
    expect(codeOf(await giveSecondFactor(fresh, old))).toBe('accounts.refused.secondFactorWrong');
    accepted(await giveSecondFactor(fresh, codes[0] ?? ''));
    expect(await countRecoveryCodes(actor)).toBe(9);
  });

  it('cannot be made with a recovery code, an old or a used code', async () => {
    const { actor, secret } = await setUp();
    const [recovery = ''] = await getNewRecoveryCodes(actor);
    const wrong = 'accounts.refused.secondFactorWrong';
    expect(codeOf(await renewRecoveryCodes(actor, recovery))).toBe(wrong);
    const used = await renewRecoveryCodes(actor, await appCode(secret));
    expect(codeOf(used)).toBe('accounts.refused.secondFactorUsed');
    const old = await appCode(secret);
    seconds(120);
    expect(codeOf(await renewRecoveryCodes(actor, old))).toBe(wrong);
    expect(await countRecoveryCodes(actor)).toBe(10);
  });

  it('are not for a browser without the second step, nor for people without an app', async () => {
    const { actor, secret } = await setUp();
    const thief = await actorIn(await anotherBrowser(actor.id));
    seconds(60);
    const code = await appCode(secret);
    for (const who of [thief, await makeActor(), await makeActor({ roles: ['COORDINATOR'] })]) {
      await expect(renewRecoveryCodes(who, code)).rejects.toThrow('NOT_FOUND');
      await expect(countRecoveryCodes(who)).rejects.toThrow('NOT_FOUND');
    }
  });

  it('are audited, and so is giving the second factor', async () => {
    const { actor, secret } = await setUp();
    seconds(60);
    accepted(await giveSecondFactor(actor, await appCode(secret)));
    seconds(60);
    accepted(await renewRecoveryCodes(actor, await appCode(secret)));
    const entries = await db.auditEntry.findMany({ where: { actorId: actor.id } });
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'second-factor.given',
      'second-factor.recoveryCodesRenewed',
      'second-factor.setUp',
      // Whose sign-in it was is known, too.
      'session.started',
    ]);
  });
});

describe('the demo’s one click', () => {
  it('exists only in a database that was filled as demo', async () => {
    const { actor } = await newStaff();
    await expect(giveDemoSecondFactor(actor)).rejects.toThrow('NOT_FOUND');
    await makeOffice({ filledAsDemo: true });
    expect((await giveDemoSecondFactor(actor)).ok).toBe(true);
  });

  it('never replaces an app that was set up', async () => {
    await makeOffice({ filledAsDemo: true });
    const { actor } = await setUp();
    const fresh = await actorIn(await anotherBrowser(actor.id));
    await expect(giveDemoSecondFactor(fresh)).rejects.toThrow('NOT_FOUND');
  });
});
