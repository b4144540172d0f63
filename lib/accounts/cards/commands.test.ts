import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOfToken } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { hashSecret, normalizeCode } from '@/lib/core/tokens';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { accepted, actorIn, codeOf, newBrowser } from '@/lib/testing/sign-in';
import { bothBefore, unlocked } from '@/lib/testing/without-guards';
import { finishPrinting, makeCardBatch, signInWithCard, voidBatch, voidCard } from './commands';
import { forgetOldCards, forgetPrintKeys } from './privacy';
import { getCardBatch, listCardBatches } from './queries';

testDatabase();

let coordinator: Actor;
beforeEach(async () => {
  await makeOffice();
  coordinator = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => setClock(null));

async function printed() {
  const { batch } = accepted(await makeCardBatch(coordinator, { label: 'Test', sheets: 1 }));
  const { cards } = await getCardBatch(coordinator, batch);
  const [card] = cards;
  if (!card) throw new Error('no cards');
  return { batch, cards, card };
}

const use = (code: string, browser = newBrowser()) =>
  signInWithCard(makeGuest(), { code, next: '' }, browser);

const lost = (card: string, ownAddress: 'yes' | 'no' = 'no') => ({ card, ownAddress });

describe('a batch of cards', () => {
  it('prints 24 different codes that are stored only as hashes', async () => {
    const { batch, cards } = await printed();
    expect(new Set(cards.map(({ code }) => code)).size).toBe(24);
    const rows = await db.accessCard.findMany({ where: { batchId: batch } });
    const hashes = cards.map(({ code }) => hashSecret('card', normalizeCode(code)));
    expect(rows.map((row) => row.codeHash).sort()).toEqual(hashes.sort());
    expect(JSON.stringify(rows)).not.toContain(normalizeCode(cards[0]?.code ?? ''));
  });

  it('is forgotten after 24 months, but for the cards that are still in use', async () => {
    const used = await printed();
    const unused = await printed();
    accepted(await use(used.card.code));
    const later = new Date();
    later.setUTCMonth(later.getUTCMonth() + 25);
    setClock(later);
    accepted(await use(used.card.code));
    expect(accepted(await forgetOldCards()).cards).toBeGreaterThanOrEqual(47);
    expect(await db.accessCard.count({ where: { batchId: used.batch } })).toBe(1);
    expect(await db.accessCardBatch.findUnique({ where: { id: unused.batch } })).toBeNull();
    const { userId } = await db.accessCard.findFirstOrThrow({ where: { batchId: used.batch } });
    later.setUTCMonth(later.getUTCMonth() + 25);
    setClock(later);
    accepted(await forgetOldCards());
    expect(await db.accessCardBatch.findUnique({ where: { id: used.batch } })).toBeNull();
    expect(await db.user.count({ where: { id: userId ?? '' } })).toBe(1);
  });

  it('shows no code somebody uses already, nor one that is void', async () => {
    const { batch, card, cards } = await printed();
    accepted(await use(card.code));
    accepted(await voidCard(coordinator, lost(cards[1]?.number ?? '')));
    const left = (await getCardBatch(coordinator, batch)).cards;
    expect(left).toEqual(cards.slice(2));
  });

  it('is not found under what is no name of a batch', async () => {
    for (const id of ['', '-'.repeat(36), 'a'.repeat(36)])
      await expect(getCardBatch(coordinator, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be printed again after it was, nor after a day', async () => {
    const first = await printed();
    accepted(await finishPrinting(coordinator, first.batch));
    expect((await getCardBatch(coordinator, first.batch)).cards).toEqual([]);
    const second = await printed();
    setClock(new Date(Date.now() + 25 * 3_600_000));
    expect((await getCardBatch(coordinator, second.batch)).cards).toEqual([]);
    expect(accepted(await forgetPrintKeys())).toBeGreaterThan(0);
    const keys = await db.accessCardBatch.findMany({ select: { printKey: true } });
    expect(keys.every(({ printKey }) => printKey === '')).toBe(true);
  });

  it('is counted for the office', async () => {
    const { batch, card } = await printed();
    accepted(await use(card.code));
    const found = (await listCardBatches(coordinator)).find(({ id }) => id === batch);
    expect(found).toMatchObject({ size: 24, used: 1, voided: 0, printable: true });
  });

  it('is the business of the office alone', async () => {
    const { batch } = await printed();
    for (const stranger of [
      await makeActor(),
      await makeActor({ roles: ['COUNSELLOR'] }),
      await makeActor({ roles: ['COORDINATOR'], secondFactor: false }),
    ]) {
      const input = { label: 'x', sheets: 1 };
      await expect(makeCardBatch(stranger, input)).rejects.toThrow(whyNotAllowed(stranger));
      await expect(getCardBatch(stranger, batch)).rejects.toThrow(whyNotAllowed(stranger));
      await expect(voidBatch(stranger, batch)).rejects.toThrow(whyNotAllowed(stranger));
      await expect(voidCard(stranger, lost('1-1'))).rejects.toThrow(whyNotAllowed(stranger));
      await expect(listCardBatches(stranger)).rejects.toThrow(whyNotAllowed(stranger));
    }
  });
});

describe('a card', () => {
  it('opens the same nameless account each time', async () => {
    const { card } = await printed();
    const [one, two] = [newBrowser(), newBrowser()];
    accepted(await use(card.code, one));
    accepted(await use(card.code.toLowerCase(), two));
    const first = await actorIn(one);
    expect((await actorIn(two)).id).toBe(first.id);
    expect([first.email, first.displayName]).toEqual([null, null]);
  });

  it('gets one account however often it is used at the same moment', async () => {
    const { card } = await printed();
    const before = await db.user.count();
    await Promise.all(Array.from({ length: 20 }, () => use(card.code)));
    expect(await db.user.count()).toBe(before + 1);
  });

  it('without the lock gets several accounts (red twin)', async () => {
    const { card } = await printed();
    const before = await db.user.count();
    await bothBefore(/^INSERT INTO \S*"users"/, unlocked, () =>
      Promise.allSettled(Array.from({ length: 20 }, () => use(card.code))),
    );
    expect(await db.user.count()).toBeGreaterThan(before + 1);
  });

  it('that was voided says so and ends its sessions', async () => {
    const { cards, card, batch } = await printed();
    const browser = newBrowser();
    accepted(await use(card.code, browser));
    accepted(await voidCard(coordinator, lost(card.number)));
    expect(codeOf(await use(card.code))).toBe('accounts.refused.cardVoided');
    expect((await actorOfToken(browser.token)).kind).toBe('guest');
    const other = cards[1]?.code ?? '';
    accepted(await voidCard(coordinator, lost(other)));
    expect(codeOf(await use(other))).toBe('accounts.refused.cardVoided');
    accepted(await voidBatch(coordinator, batch));
    expect(codeOf(await use(cards[2]?.code ?? ''))).toBe('accounts.refused.cardVoided');
  });

  describe('that was lost', () => {
    async function withAddress(email: string) {
      const { card } = await printed();
      const browser = newBrowser();
      accepted(await use(card.code, browser));
      const { id } = await actorIn(browser);
      await db.user.update({ where: { id }, data: { email } });
      return { card, id };
    }
    const addressOf = async (id: string) =>
      (await db.user.findUniqueOrThrow({ where: { id } })).email;

    it('takes along the address whoever found it may have entered, and the codes on their way', async () => {
      const { card, id } = await withAddress('finder@person.example');
      const code = { email: 'finder@person.example', userId: id, chainId: id, next: '' };
      const hashes = { codeHash: 'x', linkHash: `finder ${id}`, expiresAt: new Date() };
      await db.signInCode.create({ data: { ...code, ...hashes } });
      accepted(await voidCard(coordinator, lost(card.number)));
      expect(await addressOf(id)).toBeNull();
      expect(await db.signInCode.count({ where: { userId: id } })).toBe(0);
      const audit = await db.auditEntry.findMany({ where: { subjectId: id } });
      expect(audit.map(({ action }) => action)).toEqual(['account.addressRemoved']);
    });

    it('leaves an address the person says is theirs, and the account of somebody with rights', async () => {
      const own = await withAddress('own@person.example');
      accepted(await voidCard(coordinator, lost(own.card.number, 'yes')));
      expect(await addressOf(own.id)).toBe('own@person.example');
      const staff = await withAddress('rights@person.example');
      await db.roleGrant.create({ data: { userId: staff.id, role: 'ADMIN' } });
      accepted(await voidCard(coordinator, lost(staff.card.number)));
      expect(await addressOf(staff.id)).toBe('rights@person.example');
    });
  });

  it('that nobody printed is unknown', async () => {
    expect(codeOf(await use('AAAA-AAAA-AAAA-AAAA'))).toBe('accounts.refused.cardUnknown');
    expect(codeOf(await use(''))).toBe('accounts.refused.cardUnknown');
    expect(codeOf(await voidCard(coordinator, lost('999-1')))).toBe(
      'accounts.refused.cardNotFound',
    );
  });
});
