import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { correctNote, noteCall, putCallBack } from '@/lib/mail/calls/commands';
import { sweepMails } from '@/lib/mail/jobs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { databaseNamed } from '@/lib/tooling/test-server.mjs';
import { promiseCallBack } from './commands';

testDatabase();

const NOW = new Date('2026-11-30T10:00:00Z');
const CALL = { person: 'Erika Muster', phone: '0371 445566', about: 'Bank am Hang', agreed: true };
let office: Actor;
let colleague: Actor;

beforeAll(async () => {
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
  colleague = await makeActor({ roles: ['ADMIN'] });
});
beforeEach(() => setClock(NOW));
afterEach(async () => {
  setClock(null);
  await db.callListItem.deleteMany();
});

async function promise() {
  expect((await promiseCallBack(office, CALL)).ok).toBe(true);
  return db.callListItem.findFirstOrThrow();
}

const isThere = async (id: string) => (await db.callListItem.count({ where: { id } })) === 1;

/** Wherever the person might still stand. */
async function tracesLeft(): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT ((SELECT count(*) FROM call_list_items AS i WHERE i::text ~ 'Erika|445566|Hang|Garten')
      + (SELECT count(*) FROM corrections AS c WHERE c::text ~ 'Erika|445566|Hang|Garten'))::int AS count`;
  return found?.count ?? -1;
}

it('who wants to be called stands on the call list and nowhere else', async () => {
  const { person, contact } = await promise();
  expect({ person, contact }).toEqual({ person: CALL.person, contact: CALL.phone });
  expect(await db.outreachContact.count()).toBe(0);
});

it('who was called is forgotten with the call, with what was noted and corrected', async () => {
  const { id } = await promise();
  const [told] = [[{ id, wording: 1 }]];
  await noteCall(office, { told, outcome: 'later' });
  expect(await isThere(id)).toBe(true);
  const { version } = await db.callListItem.findUniqueOrThrow({ where: { id } });
  const right = {
    id,
    version,
    note: 'Garten am Hang',
    reason: 'Es war der Garten.',
    forget: false,
  };
  expect((await correctNote(office, right)).ok).toBe(true);
  expect(await tracesLeft()).toBe(2);
  expect(await noteCall(office, { told, outcome: 'done' })).toMatchObject({
    ...{ ok: true, value: { gone: true, earlier: false } },
  });
  expect(await tracesLeft()).toBe(0);
  await expect(putCallBack(office, { ids: [id] })).rejects.toThrow('NOT_FOUND');
});

it('is called once by two of the office: the second finds nobody any more', async () => {
  const { id } = await promise();
  const told = [{ id, wording: 1 }];
  const results = await Promise.allSettled(
    [office, colleague].map((actor) => noteCall(actor, { told, outcome: 'done' })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('whom nobody reaches is forgotten after thirty days', async () => {
  const { id } = await promise();
  // The sweep comes once a night.
  setClock(new Date(NOW.getTime() + 28 * DAY_MS));
  await sweepMails();
  expect(await isThere(id)).toBe(true);
  setClock(new Date(NOW.getTime() + 30 * DAY_MS));
  await sweepMails();
  expect(await tracesLeft()).toBe(0);
});

it('the database keeps none of them as done, and none without an end', async () => {
  const { id } = await promise();
  await expect(db.callListItem.update({ where: { id }, data: { doneAt: NOW } })).rejects.toThrow(
    'call_list_items_gone_when_done',
  );
  await expect(db.callListItem.update({ where: { id }, data: { endsAt: null } })).rejects.toThrow(
    'call_list_items_gone_when_done',
  );
});

it('one promised before there was an end gets it, and nothing else on the list does', async () => {
  const call = { kind: 'PHONE', person: 'A', contact: '1', subject: 's', message: 'm' } as const;
  const createdAt = new Date('2026-11-20T10:00:00Z');
  const others = [{}, { caseId: randomUUID() }, { accountId: office.id }, { doneAt: NOW }];
  for (const other of others)
    await ownerDb.callListItem.create({ data: { ...call, createdAt, dueAt: createdAt, ...other } });
  const name = '20261130172400_old_promised_calls_end';
  const sql = readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8');
  const { pathname } = new URL(process.env.DATABASE_URL ?? '');
  const owner = new pg.Client(databaseNamed(inject('postgresUrl'), pathname.slice(1)));
  await owner.connect();
  expect((await owner.query(sql)).rowCount).toBe(1);
  await owner.end();
  const ended = { goesWhenDone: true, endsAt: new Date('2026-12-19T10:00:00Z') };
  const only = { caseId: null, accountId: null, doneAt: null };
  expect(await db.callListItem.count({ where: ended })).toBe(1);
  expect(await db.callListItem.count({ where: { ...ended, ...only } })).toBe(1);
});
