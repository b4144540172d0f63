import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { WRONG_CODES } from '@/lib/core/code-look-up';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import { countTry } from '@/lib/core/rate-limit';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { readKey } from '../rules';
import { asSeen, bookForm, bookInput, makeCounsellor, makeHours } from '../samples';
import { openDesk } from '../times/commands';
import { listOwnSlots } from '../times/queries';
import { bookFor, enterAppointment, giveBack } from './commands';
import { enteredValue } from './entered';
import { findEntered, findOpenBooking, listFreeSlots } from './queries';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
let anna: Awaited<ReturnType<typeof makeCounsellor>>;
let office: Actor;

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
});

beforeEach(async () => {
  await moveClock(NOW);
  await ownerDb.$executeRaw`TRUNCATE counselling.bookings, counselling.slots, counselling.hours, counselling.days_off`;
  anna = await makeCounsellor();
  await makeHours(anna);
  office = await makeActor({ roles: ['COORDINATOR'], secondFactor: true });
});

/** Takes the next one at the counter. @returns what the browser keeps of it */
async function entered(): Promise<{ slot: string; key: string; kept: string }> {
  const slot = (await listFreeSlots())?.[0]?.id ?? '';
  const form = bookForm();
  expect(await enterAppointment(office, bookInput(slot), form)).toMatchObject({ ok: true });
  return { slot, key: form.key, kept: enteredValue(office, form.key, now()) };
}

describe('what was just taken for somebody', () => {
  it('is printed for nobody else: a page of one before has no slip of the last one', async () => {
    const first = await entered();
    const last = await entered();
    expect(await findEntered(office, last.kept, first.slot)).toBeNull();
    expect(await findEntered(office, last.kept, last.slot)).toMatchObject({
      ...{ key: last.key, booking: { slotId: last.slot, name: 'Kranich' } },
    });
    expect(await findEntered(office, last.kept)).toMatchObject({ key: last.key });
  });

  it('is there for ten minutes in that session and area alone', async () => {
    const { key, kept } = await entered();
    const later = { ...office, sessionId: (await makeActor()).sessionId } as Actor;
    const elsewhere = { ...office, area: 'OFFICE' } as Actor;
    const colleague = await makeActor({ roles: ['COORDINATOR'], secondFactor: true });
    for (const who of [later, elsewhere, colleague, anna.actor])
      expect(await findEntered(who, kept)).toBeNull();
    const [, until, signature] = kept.split('.');
    for (const value of ['', key, `${key}.${until}`, `${key}.zzzzzzzzz.${signature}`])
      expect(await findEntered(office, value)).toBeNull();
    await expect(findEntered(makeGuest(), kept)).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    });
    await expect(findEntered(await makeActor(), kept)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await moveClock(new Date(NOW.getTime() + 599_000));
    expect(await findEntered(office, kept)).not.toBeNull();
    await moveClock(new Date(NOW.getTime() + 600_000));
    expect(await findEntered(office, kept)).toBeNull();
  });

  it('is there also where the network tried too many wrong codes, and costs it none', async () => {
    const { key, kept } = await entered();
    const pageNotes = newPageNotes();
    await processState().requests.run({ address: '10.7.0.9', id: '', pageNotes }, async () => {
      for (let wrong = 0; wrong < WRONG_CODES.max; wrong += 1)
        await countTry(WRONG_CODES, '10.7.0.9');
      expect(await findEntered(office, kept)).toMatchObject({ key });
      expect(pageNotes.tooMany).toBe(false);
      // By its address it is found no more, and the whole page would say so.
      expect(await findOpenBooking(key)).toBeNull();
      expect(pageNotes.tooMany).toBe(true);
    });
  });

  it('is there while it is running, since whoever stands at a desk may come at once, and not when it is off', async () => {
    await moveClock(new Date('2026-12-01T08:58:00+01:00'));
    await openDesk(anna.actor, anna.key);
    const [slot, next] = (await listOwnSlots(anna.actor, anna.key)) ?? [];
    const take = async (id = '') => {
      const form = bookForm();
      const input = { ...bookInput(id), via: 'COUNTER' as const };
      expect(await bookFor(anna.actor, anna.key, input, form)).toMatchObject({ ok: true });
      return { key: form.key, kept: enteredValue(anna.actor, form.key, now()) };
    };
    const running = await take(slot?.id);
    const off = await take(next?.id);
    await moveClock(new Date('2026-12-01T09:02:00+01:00'));
    expect(await findEntered(anna.actor, running.kept, slot?.id)).toMatchObject({
      booking: { isRunning: true },
    });
    expect(await findEntered(anna.actor, off.kept)).not.toBeNull();
    await giveBack(makeGuest(), await asSeen(readKey(off.key) ?? { number: 0, code: '' }));
    expect(await findEntered(anna.actor, off.kept)).toBeNull();
  });
});
