import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { makeRequest } from '@/lib/initiatives/samples';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { recordAudit } from './commands';
import { listAudit } from './queries';
import type { AuditEvent, AuditFilter } from './types';

testDatabase();

const NOW = new Date('2026-11-20T10:00:00Z');
let admin: Actor;

const everything: AuditFilter = { kind: 'all', period: 'year', page: 1 };

async function write(who: Visitor | typeof system, event: AuditEvent, subject: string, at = NOW) {
  await moveClock(at);
  await inTransaction(async (tx) => ok(await recordAudit(who, tx, event, subject)));
  await moveClock(NOW);
}

const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
  admin = await makeActor({ roles: ['ADMIN'], email: 'leitung@office.example' });
});
afterEach(() => moveClock(null));

describe('the record of changes', () => {
  it('is for admins alone', async () => {
    for (const stranger of [
      await makeActor({ roles: ['COORDINATOR'] }),
      await makeActor({ roles: ['COUNSELLOR'] }),
      await makeActor({ roles: ['ADMIN'], secondFactor: false }),
      await makeActor(),
    ]) {
      await expect(listAudit(stranger, everything)).rejects.toThrow(whyNotAllowed(stranger));
    }
  });

  it('names the office, and of everybody else what they are', async () => {
    const resident = await makeActor({ email: 'renate@person.example' });
    const partner = await makePartner();
    const people: [Visitor | typeof system, object][] = [
      [admin, { kind: 'staff', name: 'leitung@office.example' }],
      [resident, { kind: 'resident' }],
      [await makeActor({ roles: ['PARTNER'], partnerId: partner.id }), { kind: 'partner' }],
      [await makeActor({ roles: ['REPRESENTATIVE'] }), { kind: 'representative' }],
      [makeGuest(), { kind: 'system' }],
      [system, { kind: 'system' }],
    ];
    for (const [who] of people) await write(who, 'registration.made', crypto.randomUUID());
    const gone = await makeActor();
    await write(gone, 'registration.made', crypto.randomUUID());
    await db.user.delete({ where: { id: gone.id } });
    await moveClock(NOW);
    const { entries } = await listAudit(admin, everything);
    expect(entries.map(({ who }) => who).reverse()).toEqual([
      ...people.map(([, who]) => who),
      { kind: 'gone' },
    ]);
    expect(JSON.stringify(entries)).not.toContain('renate');
    await ownerDb.auditEntry.deleteMany();
  });

  it('leads to the thing, as long as there is one', async () => {
    const { id: districtId } = await makeDistrict();
    const { number } = await makeRequest(districtId);
    const { id } = await db.supportRequest.findUniqueOrThrow({ where: { number } });
    const resident = await makeActor();
    await ownerDb.auditEntry.deleteMany();
    await write(admin, 'supportRequest.started', id);
    await write(admin, 'poll.discarded', crypto.randomUUID());
    await write(admin, 'role.given.COORDINATOR', admin.id);
    await write(admin, 'account.addressRemoved', resident.id);
    await write(admin, 'settings.changed.office', 'office');
    await moveClock(NOW);
    const { entries } = await listAudit(admin, everything);
    expect(entries.reverse().map(({ words, thing }) => [words.split('.').at(-1), thing])).toEqual([
      ['request', { number, id }],
      ['poll', null],
      ['person', { number: null, id: admin.id }],
      // An account without rights is found by its address only, and that is written down.
      ['person', null],
      ['settings', { number: null, id: '' }],
    ]);
    await ownerDb.auditEntry.deleteMany();
  });

  it('is looked through by kind, period and page', async () => {
    await write(admin, 'poll.created', crypto.randomUUID(), daysAgo(1));
    await write(admin, 'poll.published', crypto.randomUUID(), daysAgo(20));
    await write(admin, 'card-batch.made', crypto.randomUUID(), daysAgo(200));
    await write(admin, 'card.voided', crypto.randomUUID(), daysAgo(2));
    await ownerDb.auditEntry.create({
      data: { at: NOW, action: 'earlier.version', subjectId: 'x' },
    });
    const events = async (filter: Partial<AuditFilter>) =>
      (await listAudit(admin, { ...everything, ...filter })).entries.map(({ what }) =>
        what.replace(/^.*?[.]event[.]/, ''),
      );
    await moveClock(NOW);
    expect(await events({ period: 'week' })).toEqual(['poll.created', 'card.voided']);
    expect(await events({ kind: 'polls' })).toEqual(['poll.created', 'poll.published']);
    expect(await events({ kind: 'cards' })).toEqual(['card.voided', 'card-batch.made']);
    expect(await events({ kind: 'cards', period: 'month' })).toEqual(['card.voided']);
    await ownerDb.auditEntry.createMany({
      data: Array.from({ length: 60 }, () => ({
        at: daysAgo(3),
        action: 'mail.retried',
        subjectId: 'x',
      })),
    });
    const letters = { ...everything, kind: 'letters' } as const;
    expect(await listAudit(admin, letters)).toMatchObject({ total: 60, page: 1, pages: 2 });
    const last = await listAudit(admin, { ...letters, page: 9 });
    expect([last.page, last.entries.length]).toEqual([2, 10]);
  });
});
