import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInWithCard } from '@/lib/accounts/cards/commands';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { hashSecret } from '@/lib/core/tokens';
import { getOwnData } from '@/lib/privacy/queries';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { accepted, actorIn, codeOf, newBrowser } from '@/lib/testing/sign-in';
import { makePoll } from '@/lib/voting/samples';
import { deleteAccount, updateProfile } from './commands';
import { deleteUnused } from './privacy';
import { getProfile } from './queries';

testDatabase();
beforeEach(async () => {
  // Who voted in a poll that is open cannot be deleted.
  await ownerDb.$executeRaw`TRUNCATE users CASCADE`;
  await makeOffice();
});
afterEach(() => moveClock(null));

async function runningPollVotedIn(userId: string) {
  const poll = await makePoll({ columns: { question: 'Bank oder Baum?' } });
  await db.rollEntry.create({ data: { pollId: poll.id, userId } });
}

describe('one’s own details', () => {
  it('can be changed and emptied', async () => {
    const actor = await makeActor();
    const district = await makeDistrict();
    const input = { displayName: 'Jürgen ß-Meyer', district: district.id, locale: 'de-LS' };
    accepted(await updateProfile(actor, input));
    expect(await getProfile(actor)).toMatchObject({
      displayName: 'Jürgen ß-Meyer',
      districtId: district.id,
      locale: 'de-LS',
      hasCard: false,
    });
    accepted(await updateProfile(actor, { displayName: '', district: '', locale: 'de' }));
    expect((await getProfile(actor)).displayName).toBeNull();
  });

  it('name a district that exists', async () => {
    const actor = await makeActor();
    const wrong = { displayName: '', district: actor.id, locale: 'de' };
    expect(codeOf(await updateProfile(actor, wrong))).toBe('form.error.choose');
  });

  it('keep a district that was given up since, and nobody chooses it anew', async () => {
    const [actor, other] = [await makeActor(), await makeActor()];
    const district = await makeDistrict();
    const input = { displayName: '', district: district.id, locale: 'de' };
    accepted(await updateProfile(actor, input));
    await db.district.update({ where: { id: district.id }, data: { active: false } });
    accepted(await updateProfile(actor, { ...input, displayName: 'Jana' }));
    expect(await getProfile(actor)).toMatchObject({ districtId: district.id, displayName: 'Jana' });
    expect(codeOf(await updateProfile(other, input))).toBe('form.error.choose');
  });

  it('are all in the answer to „what do you know about me“, and nobody else’s', async () => {
    const actor = await makeActor();
    const other = await makeActor();
    await runningPollVotedIn(actor.id);
    const text = JSON.stringify(await getOwnData(actor));
    expect(text).toContain(actor.email);
    expect(text).toContain('Bank oder Baum?');
    expect(text).not.toContain(other.email);
    expect(text).not.toContain(actor.id);
  });
});

describe('deleting one’s own account', () => {
  it('removes the person and everything that belongs to it alone', async () => {
    const actor = await makeActor();
    accepted(await deleteAccount(actor, 'de'));
    expect(await db.user.count({ where: { id: actor.id } })).toBe(0);
    expect(await db.userSession.count({ where: { userId: actor.id } })).toBe(0);
    expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain(actor.id);
  });

  it('waits for a running poll, so that a new account cannot vote again', async () => {
    const actor = await makeActor();
    await runningPollVotedIn(actor.id);
    expect(codeOf(await deleteAccount(actor, 'de'))).toBe('voting.refused.leaving');
    // Nor does whoever forgets to ask, and the yearly tidying waits.
    await expect(db.user.delete({ where: { id: actor.id } })).rejects.toThrow(/somebody voted/);
    setClock(new Date(Date.now() + 735 * DAY_MS));
    expect(accepted(await deleteUnused()).accounts).toBe(0);
    await moveClock(new Date(Date.now() + 2 * 3_600_000));
    expect((await deleteAccount(actor, 'de')).ok).toBe(true);
  });

  it('voids the card, which would open a new account otherwise', async () => {
    const batch = await db.accessCardBatch.create({ data: { label: 'x', size: 1 } });
    const codeHash = hashSecret('card', 'AAAACCCCDDDDEEEE');
    await db.accessCard.create({ data: { batchId: batch.id, position: 1, codeHash } });
    const use = (browser = newBrowser()) =>
      signInWithCard(makeGuest(), { code: 'AAAA-CCCC-DDDD-EEEE', next: '' }, browser);
    const browser = newBrowser();
    accepted(await use(browser));
    accepted(await deleteAccount(await actorIn(browser), 'de'));
    expect(codeOf(await use())).toBe('accounts.refused.cardVoided');
  });

  it('needs a recent second factor from the office, and another admin', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    expect(codeOf(await deleteAccount(admin, 'de'))).toBe('accounts.refused.lastAdmin');
    const second = await makeActor({ roles: ['ADMIN'] });
    expect((await deleteAccount(admin, 'de')).ok).toBe(true);
    setClock(new Date(Date.now() + 16 * 60_000));
    await expect(deleteAccount(second, 'de')).rejects.toThrow('SECOND_FACTOR_REQUIRED');
  });

  it('leaves an admin when the last two go at the same moment', async () => {
    const two = [await makeActor({ roles: ['ADMIN'] }), await makeActor({ roles: ['ADMIN'] })];
    await Promise.all(two.map((admin) => deleteAccount(admin, 'de')));
    expect(await db.roleGrant.count({ where: { role: 'ADMIN' } })).toBe(1);
  });
});

describe('accounts nobody uses', () => {
  it('go after two years, admins excepted', async () => {
    await makeActor();
    const admin = await makeActor({ roles: ['ADMIN'] });
    setClock(new Date(Date.now() + 700 * DAY_MS));
    expect(accepted(await deleteUnused()).accounts).toBe(0);
    setClock(new Date(Date.now() + 735 * DAY_MS));
    expect(accepted(await deleteUnused()).accounts).toBe(1);
    expect(await db.user.count({ where: { id: admin.id } })).toBe(1);
  });
});
