import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { makeSession, signUpFor, signUpInput } from '@/lib/forum/samples';
import { getForumOverview, getNextSession, getSession } from '@/lib/forum/sessions/queries';
import { testDatabase } from '@/lib/testing/database';
import { makeContext, makeGuest, makeOffice } from '@/lib/testing/factories';
import { pagesAfter } from '@/lib/testing/pages';
import { cancelRegistration, changeRegistration, signUp } from './commands';

testDatabase();

const viewer = { locale: 'de' };
const guest = makeGuest();
const numbers = { next: 0, later: 0 };

beforeAll(async () => {
  await makeOffice();
  numbers.next = (await makeSession({ inDays: 5 })).number;
  numbers.later = (await makeSession({ inDays: 30 })).number;
});

const pages = {
  'first page': () => getNextSession(viewer),
  sessions: () => getForumOverview(viewer),
  next: () => getSession(viewer, numbers.next),
  later: () => getSession(viewer, numbers.later),
};

it('somebody who signs up for a later session makes only its page anew', async () => {
  const act = () => signUp(guest, signUpInput(numbers.later), makeContext());
  const { changed, dropped } = await pagesAfter(pages, act);
  expect(changed).toEqual(['later']);
  expect(dropped).toEqual(['later']);
});

it('whoever signs up, changes or gives back seats of the next one, its page and the list', async () => {
  const { code } = await signUpFor(numbers.next, { persons: 2 });
  const acts = [
    () => signUp(guest, signUpInput(numbers.next), makeContext()),
    () => changeRegistration(guest, { code, version: 1, persons: 3, needs: [], needsNote: '' }),
    () => cancelRegistration(guest, { code }),
  ];
  for (const act of acts) {
    const { changed, dropped } = await pagesAfter(pages, act);
    expect(changed).toEqual(['sessions', 'next']);
    expect(dropped).toEqual(['first page', 'sessions', 'next']);
  }
});

it('whoever takes the last seat changes what the first page says of coming', async () => {
  await db.forumSession.updateMany({ where: { number: numbers.next }, data: { capacity: 8 } });
  const way = async () => (await getNextSession(viewer))?.wayIn;
  expect(await way()).toBe('open');
  const act = () => signUp(guest, signUpInput(numbers.next, { persons: 7 }), makeContext());
  const { changed, dropped } = await pagesAfter(pages, act);
  expect(changed).toContain('first page');
  expect(dropped).toContain('first page');
  expect(await way()).toBe('waitingList');
});
