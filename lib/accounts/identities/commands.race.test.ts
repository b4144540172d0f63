import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { accepted, newBrowser } from '@/lib/testing/sign-in';
import { voidCard } from '../cards/commands';
import { invitePerson } from '../invitations/commands';
import { lockAddress } from '../steps';
import { accountOfNewIdentity, signInByIdentity } from './commands';
import type { Identity } from './types';

testDatabase();
beforeAll(() => makeOffice());

let count = 0;
function newIdentity(): Identity {
  count += 1;
  return { issuer: 'https://idp.example', subject: `person-${count}` };
}
const asRow = ({ issuer, subject }: Identity) => ({ provider: issuer, providerAccountId: subject });

describe('an invitation made while somebody comes in by address alone', () => {
  const invitation = (email: string) => ({
    ...{ email, roles: ['ADMIN' as const] },
    expiresAt: new Date(now().getTime() + 3_600_000),
  });

  it('is not taken up', async () => {
    const { id, email } = await makeActor();
    const address = email ?? '';
    const other = held(
      (tx) => tx.$executeRaw`SELECT 1 FROM users WHERE id = ${id}::uuid FOR UPDATE`,
    );
    await other.reached;
    const coming = accountOfNewIdentity(newIdentity(), address);
    await someoneWaits();
    await db.invitation.create({ data: invitation(address) });
    other.go();
    await Promise.all([other.done, coming]);
    expect(await db.roleGrant.count({ where: { userId: id } })).toBe(0);
    expect(await db.invitation.count({ where: { email: address, usedAt: null } })).toBe(1);
  });

  it('waits until they are in', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const email = 'waited-for@person.example';
    const other = held((tx) => lockAddress(tx, email));
    await other.reached;
    const wish = { email, roles: ['COORDINATOR' as const], partner: '', locale: 'de' };
    const inviting = invitePerson(admin, wish);
    await someoneWaits();
    expect(await db.invitation.count({ where: { email } })).toBe(0);
    other.go();
    await other.done;
    accepted(await inviting);
  });
});

describe('the account of a card that is voided', () => {
  it('keeps no identity that was just being tied to it', async () => {
    const coordinator = await makeActor({ roles: ['COORDINATOR'] });
    const { id } = await makeActor();
    const { number } = await db.accessCardBatch.create({ data: { label: '', size: 1 } });
    await db.accessCard.create({
      data: {
        batch: { connect: { number } },
        position: 1,
        codeHash: id,
        user: { connect: { id } },
      },
    });
    const other = held((tx) =>
      tx.linkedIdentity.create({ data: { userId: id, ...asRow(newIdentity()) } }),
    );
    await other.reached;
    const voiding = voidCard(coordinator, { card: `${number}-1`, ownAddress: 'no' });
    await someoneWaits();
    other.go();
    await other.done;
    accepted(await voiding);
    expect(await db.linkedIdentity.count({ where: { userId: id } })).toBe(0);
    expect(await db.userSession.count({ where: { userId: id } })).toBe(0);
  });
});

describe('signing in with an identity that is just being taken off', () => {
  it('starts no session', async () => {
    const { id } = await makeActor();
    const identity = newIdentity();
    await db.linkedIdentity.create({ data: { userId: id, ...asRow(identity) } });
    const before = await db.userSession.count({ where: { userId: id } });
    const other = held(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM users WHERE id = ${id}::uuid FOR UPDATE`;
      await tx.linkedIdentity.deleteMany({ where: { userId: id } });
    });
    await other.reached;
    const coming = signInByIdentity(makeGuest(), id, { ...newBrowser(), identity }).catch(
      () => null,
    );
    await someoneWaits();
    other.go();
    await Promise.all([other.done, coming]);
    expect(await db.userSession.count({ where: { userId: id } })).toBe(before);
  });
});
