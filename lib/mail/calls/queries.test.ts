import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { putCallBack } from './commands';
import { listCalls, listLettersToPrint } from './queries';

testDatabase();

const NOW = new Date('2026-11-24T09:00:00Z');
const soon = new Date('2026-11-25T09:00:00Z');
let office: Actor;

beforeAll(async () => {
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
});
beforeEach(async () => {
  await db.callListItem.deleteMany();
  setClock(NOW);
});
afterAll(() => setClock(null));

describe('a long list', () => {
  it('is turned by person: nobody is shown with half of what they are owed, and it says how many there are', async () => {
    const data = { kind: 'LETTER' as const, person: '', subject: '', message: '' };
    const many = Array.from({ length: 101 }, (_, at) => ({
      ...{ ...data, contact: `Weg ${at}, 08289 Schneeberg`, dueAt: soon },
      createdAt: new Date(NOW.getTime() + at),
    }));
    const last = { ...data, contact: 'Weg 0, 08289 Schneeberg', dueAt: soon };
    await db.callListItem.createMany({ data: [...many, { ...last, createdAt: soon }] });
    const pages = [
      await listCalls(office),
      await listCalls(office, '2'),
      await listCalls(office, 'x'),
    ];
    expect(pages.map(({ page, letters }) => [page, letters.length])).toEqual([
      [1, 100],
      [2, 1],
      [1, 100],
    ]);
    expect(pages[0]).toMatchObject({ pages: 2, people: { phone: 0, letters: 101 } });
    expect(pages[0]?.letters[0]?.items).toHaveLength(2);
    expect(await listLettersToPrint(office, null)).toHaveLength(101);
    expect(await listLettersToPrint(office, null, '2')).toHaveLength(1);
  });

  it('lets go back what was told to one of many, also where the others were told of later', async () => {
    const [one, other] = [await makeActor({ email: null }), await makeActor({ email: null })];
    const data = { kind: 'PHONE' as const, person: '', contact: '', subject: '', message: '' };
    const about = { ...data, dueAt: soon, aboutId: randomUUID() };
    const told = { ...about, accountId: one.id, createdAt: NOW, doneAt: NOW };
    const { id } = await db.callListItem.create({ data: told });
    await db.callListItem.create({ data: { ...about, accountId: other.id, createdAt: soon } });
    expect(await putCallBack(office, { ids: [id] })).toMatchObject({ ok: true });
    await db.callListItem.update({ where: { id }, data: { doneAt: NOW } });
    await db.callListItem.create({ data: { ...about, accountId: one.id, createdAt: soon } });
    expect(await putCallBack(office, { ids: [id] })).toMatchObject({ ok: false });
  });

  it('says how much was done that does not stand there, and leaves out no half of a press', async () => {
    const data = { kind: 'PHONE' as const, person: '', subject: '', message: '', dueAt: soon };
    const at = (press: number) => new Date(NOW.getTime() + press);
    await db.callListItem.createMany({
      data: Array.from({ length: 302 }, (_, row) => ({
        ...{ ...data, contact: `030 ${Math.floor(row / 2)}`, createdAt: NOW },
        doneAt: at(1000 - Math.floor(row / 2)),
      })),
    });
    setClock(at(2000));
    const { done, doneLeft } = await listCalls(office);
    expect([done.flat().length, doneLeft]).toEqual([300, 2]);
    expect(done.every((items) => items.length === 2)).toBe(true);
  });
});
