import { expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { chooseView } from './commands';
import { listTasks } from './queries';
import { makeTask } from './samples';

testDatabase();

it('the list is whole however many there are: what somebody wants is looked for before it is cut', async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  const anna = await makeActor({ roles: ['COORDINATOR'] });
  const ben = await makeActor({ roles: ['ADMIN'] });
  await db.task.createMany({
    data: Array.from({ length: 520 }, (_, index) => ({
      ...{
        text: `Fremd ${index}`,
        assigneeId: ben.id,
        wasGiven: true,
        dueOn: dayColumn('2026-11-20'),
      },
      createdAt: new Date('2026-11-01T10:00:00Z'),
    })),
  });
  await makeTask(anna, { text: 'Meine', assigneeId: anna.id });
  await chooseView(anna, { mine: true, overdue: false, kind: '' });
  expect((await listTasks(anna)).open.map(({ text }) => text)).toEqual(['Meine']);
  await chooseView(anna, { mine: false, overdue: false, kind: '' });
  expect(await listTasks(anna)).toMatchObject({ openCount: 521, page: 1, pages: 11 });
  const last = await listTasks(anna, 99);
  expect([last.page, last.open.at(-1)?.text, last.open.length]).toEqual([11, 'Meine', 21]);
  expect((await listTasks(anna, Number.NaN)).page).toBe(1);
  await chooseView(anna, { mine: false, overdue: true, kind: '' });
  expect(await listTasks(anna)).toMatchObject({ openCount: 520, pages: 11 });
});
