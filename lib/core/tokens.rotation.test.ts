import { randomUUID } from 'node:crypto';
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeOffice } from '@/lib/testing/factories';

testDatabase();

const FIRST = 'the-first-secret-of-this-house-00000';
const SECOND = 'the-second-secret-of-this-house-0000';

const given = {
  AUTH_SECRET: process.env.AUTH_SECRET,
  AUTH_SECRET_OLD: process.env.AUTH_SECRET_OLD,
};
afterAll(() => {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

/** The program as it starts with these secrets: settings are read once by a process. */
async function startedWith(secret: string, old = '') {
  process.env.AUTH_SECRET = secret;
  process.env.AUTH_SECRET_OLD = old;
  vi.resetModules();
  return {
    ...(await import('./tokens')),
    ...(await import('./crypto')),
    ...(await import('@/lib/cases/keys')),
    ...(await import('@/lib/accounts/actor')),
    ...(await import('@/lib/accounts/cards/commands')),
    ...(await import('@/lib/accounts/cards/queries')),
    ...(await import('@/lib/accounts/invitations/queries')),
    ...(await import('@/lib/accounts/second-factor/commands')),
    ...(await import('@/lib/accounts/known-browsers/rules')),
    ...(await import('@/lib/initiatives/own/queries')),
    ...(await import('@/lib/voting/vote/kiosk/commands')),
    ...(await import('@/lib/voting/vote/kiosk/rules')),
    ...(await import('@/lib/voting/tell/reminders/queries')),
    ...(await import('@/lib/voting/tell/reminders/steps')),
    ...(await import('@/lib/testing/factories')),
    ...(await import('@/lib/initiatives/samples')),
    ...(await import('@/lib/testing/cards')),
  };
}

type House = Awaited<ReturnType<typeof startedWith>>;
const guest = { kind: 'guest' } as ReturnType<House['makeGuest']>;

/** What is made with a secret, and whether it still counts. */
interface Kind<Thing> {
  make(house: House): Thing | Promise<Thing>;
  counts(house: House, thing: Thing): unknown;
}
const kind = <Thing>(made: Kind<Thing>) => made as Kind<unknown>;

const KINDS: Record<string, Kind<unknown>> = {
  'a form that is open': kind({
    make: (house) => house.newFormToken(new Date()),
    counts: (house, token) => house.checkFormToken(token, new Date()) === 'valid',
  }),
  'the key of a mail': kind({
    make: (house) => house.personalKey({ signedFor: 'thing' }, { id: 'x', number: 7 }),
    counts: (house, key) => house.opens({ signedFor: 'thing' }, key, { id: 'x' }),
  }),
  'a link that stops reminders': kind({
    make: (house) => house.reminderKey(randomUUID()),
    counts: async (house, key) => (await house.userOfKey(key)) !== null,
  }),
  'something sealed': kind({
    make: (house) => house.sealText('thing', 'hello'),
    counts: (house, sealed) => house.openSealed('thing', sealed) === 'hello',
  }),
  'the code that ends a kiosk': kind({
    make: (house) => house.hashSecret(house.END_CODE, '4711'),
    counts: async (house, endHash) => {
      const kiosk = { id: randomUUID(), endHash } as Parameters<House['checkEndCode']>[0];
      return (await house.checkEndCode(kiosk, '4711')).ok;
    },
  }),
  'a browser that is known': kind({
    make: (house) => {
      const start = {
        mark: house.hashSecret('account-mark', 'a@b.example'),
        freshDevice: house.newToken(),
      };
      return house.rememberedValue('', start, new Date(), (text) =>
        house.hashSecret('known-browser', text),
      );
    },
    counts: (house, value) =>
      house.withEachSecret((hash) =>
        house.provenDevice(value, hash('account-mark', 'a@b.example'), new Date(), (text) =>
          hash('known-browser', text),
        ),
      ) !== null,
  }),
  'a session': kind({
    make: async (house) => {
      const token = house.newToken();
      const { id } = await db.user.create({ data: { lastSeenAt: new Date() } });
      const tokenHash = house.hashSecret('session', token);
      const expiresAt = new Date(Date.now() + 60_000);
      await db.userSession.create({
        data: { tokenHash, userId: id, lastSeenAt: new Date(), expiresAt },
      });
      return token;
    },
    counts: async (house, token) => (await house.actorOfToken(token)).kind === 'person',
  }),
  'the code of a receipt': kind({
    make: async (house) => {
      const { code } = await house.makeRequest(
        (await house.makeDistrict({ slug: randomUUID() })).id,
      );
      return code;
    },
    counts: async (house, code) => (await house.findIdByKey(code)) !== null,
  }),
  'an access card': kind({
    make: async (house) => (await house.makeCard()).code,
    counts: async (house, code) => (await house.findUsableCard(code)).ok,
  }),
  'an invitation': kind({
    make: async (house) => {
      const token = house.newToken();
      const expiresAt = new Date(Date.now() + 60_000);
      const tokenHash = house.hashSecret('invitation', token);
      await db.invitation.create({ data: { tokenHash, expiresAt, roles: ['ADMIN'] } });
      return token;
    },
    counts: (house, token) =>
      house.getFirstAdminInvitation(token).then(
        () => true,
        () => false,
      ),
  }),
};

let before: House;
let during: House;
let after: House;
const things = new Map<string, unknown>();

beforeAll(async () => {
  before = await startedWith(FIRST);
  await makeOffice();
  for (const [name, { make }] of Object.entries(KINDS)) things.set(name, await make(before));
});

describe.each(Object.entries(KINDS))('%s', (name, { counts }) => {
  it('counts as long as the earlier secret is accepted, and no longer', async () => {
    during = await startedWith(SECOND, FIRST);
    expect(await counts(during, things.get(name))).toBe(true);
    after = await startedWith(SECOND);
    expect(await counts(after, things.get(name))).toBe(false);
  });
});

describe('a new secret', () => {
  it('is what everything new is made with', async () => {
    during = await startedWith(SECOND, FIRST);
    const made = new Map<string, unknown>();
    for (const [name, { make }] of Object.entries(KINDS)) made.set(name, await make(during));
    after = await startedWith(SECOND);
    for (const [name, { counts }] of Object.entries(KINDS))
      expect(await counts(after, made.get(name)), name).toBe(true);
  });

  it('gives a form that was sent before the same answer and the same code', async () => {
    const token = before.newFormToken(new Date());
    const answer = (house: House) => [
      house.hashOfForm(token),
      house.codeOfForm('receipt', token, 8),
    ];
    expect(answer(await startedWith(SECOND, FIRST))).toEqual(answer(before));
    // Red twin: today's secret alone would do it twice.
    expect(answer(await startedWith(SECOND))).not.toEqual(answer(before));
    // A token nobody has signed does not say which secret it was.
    const { hashOfForm, hashesOfForm } = await startedWith(SECOND, FIRST);
    expect(hashOfForm('claim')).not.toBe(before.hashOfForm('claim'));
    expect(hashesOfForm('claim')).toContain(before.hashOfForm('claim'));
  });

  it('prints the codes that open, also of a batch made before', async () => {
    before = await startedWith(FIRST);
    const admin = await before.makeActor({ roles: ['COORDINATOR'] });
    const made = await before.makeCardBatch(admin, { label: 'Haus 7', sheets: 1 });
    const batch = made.ok ? made.value.batch : '';
    during = await startedWith(SECOND, FIRST);
    const { cards } = await during.getCardBatch(admin, batch);
    expect(cards.length).toBeGreaterThan(0);
    expect((await during.findUsableCard(cards[0]?.code ?? '')).ok).toBe(true);
  });
});

describe('what is used meanwhile', () => {
  it('outlives the earlier secret: cards, sessions, second factors', async () => {
    before = await startedWith(FIRST);
    const { code } = await before.makeCard();
    const token = before.newToken();
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    const { id } = await db.user.create({
      data: {
        lastSeenAt: new Date(),
        roles: { create: [{ role: 'COORDINATOR' }] },
        totpSecret: before.sealText('totp', secret),
        totpConfirmedAt: new Date(),
      },
    });
    const longAgo = new Date(Date.now() - 7_200_000);
    await db.userSession.create({
      data: {
        tokenHash: before.hashSecret('session', token),
        userId: id,
        lastSeenAt: longAgo,
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    during = await startedWith(SECOND, FIRST);
    const signedIn = { token: during.newToken(), browser: 'OTHER' as const };
    expect((await during.signInWithCard(guest, { code, next: '' }, signedIn as never)).ok).toBe(
      true,
    );
    const actor = await during.actorOfToken(token);
    if (actor.kind !== 'person') throw new Error('not signed in');
    const epoch = Math.floor(Date.now() / 1000);
    expect((await during.giveSecondFactor(actor, await generate({ secret, epoch }))).ok).toBe(true);
    after = await startedWith(SECOND);
    expect((await after.findUsableCard(code)).ok).toBe(true);
    expect((await after.actorOfToken(token)).kind).toBe('person');
    const user = await db.user.findUniqueOrThrow({ where: { id } });
    expect(after.openSealed('totp', user.totpSecret ?? '')).toBe(secret);
  });
});
