import { beforeEach, describe, expect, it } from 'vitest';
import { actorOfToken } from '@/lib/accounts/actor';
import { mayAdministrate, mayCoordinate } from '@/lib/accounts/policy';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeGuest, makeOffice, makePartner } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { accepted, actorIn, askForCode, newBrowser } from '@/lib/testing/sign-in';
import { signInForDemo } from './commands';
import { getDemoMail, listDemoMails, requireDemoDatabase } from './queries';
import { DEMO_ROLES } from './rules';

testDatabase();
beforeEach(() => makeOffice({ filledAsDemo: true }));

describe('in a database filled as demo', () => {
  it.each(DEMO_ROLES)('one click signs in as %s', async (role) => {
    await makePartner();
    const browser = newBrowser();
    accepted(await signInForDemo(makeGuest(), role, browser));
    const actor = await actorIn(browser);
    expect(mayAdministrate(actor)).toBe(role === 'admin');
    expect(mayCoordinate(actor)).toBe(['admin', 'coordinator', 'both'].includes(role));
    expect(actor.partnerId !== null).toBe(role === 'partner');
  });

  it('mails can be read', async () => {
    await askForCode('demo-mail@person.example');
    const [mail] = await listDemoMails();
    expect(mail?.recipient).toBe('demo-mail@person.example');
    expect((await getDemoMail(mail?.id ?? '')).text).toContain('/anmelden/link/');
  });
});

describe('in any other database', () => {
  beforeEach(() => makeOffice({ filledAsDemo: false }));

  it('nothing of it exists, even if the demo’s persons do', async () => {
    for (const role of DEMO_ROLES) {
      const browser = newBrowser();
      await expect(signInForDemo(makeGuest(), role, browser)).rejects.toThrow('NOT_FOUND');
      expect((await actorOfToken(browser.token)).kind).toBe('guest');
    }
    const [mail] = await db.outgoingMail.findMany({ take: 1 });
    await expect(requireDemoDatabase()).rejects.toThrow('NOT_FOUND');
    await expect(listDemoMails()).rejects.toThrow('NOT_FOUND');
    await expect(getDemoMail(mail?.id ?? '')).rejects.toThrow('NOT_FOUND');
  });

  it('nothing of it exists when there are no settings at all', async () => {
    await ownerDb.officeSettings.deleteMany();
    await expect(signInForDemo(makeGuest(), 'admin', newBrowser())).rejects.toThrow('NOT_FOUND');
  });
});
