import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { listEarlier } from '@/lib/audit/corrections/queries';
import { db } from '@/lib/core/db';
import { getMinutes } from '@/lib/forum/minutes/queries';
import { makeSession } from '@/lib/forum/samples';
import { getSession } from '@/lib/forum/sessions/queries';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { correctTurnout } from './commands';

testDatabase();

let staff: Actor;
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const reason = 'Die Ziffern waren vertauscht.';

/** A session of which the minutes say that 81 came. */
async function written(minutesState: 'SUBMITTED' | 'CONFIRMED') {
  const { id, number } = await makeSession({ state: 'HELD', inDays: -2 });
  const minutes = { minutesSince: new Date(), attended: 81 };
  const data = { ...minutes, minutesState: 'DRAFT' } as const;
  const { version } = await db.forumSession.update({ where: { id }, data });
  for (const state of ['SUBMITTED', minutesState] as const) {
    await db.forumSession.update({ where: { id }, data: { minutesState: state } });
  }
  const numbers = { attended: 18, votingResidents: null };
  return { session: number, id, version, ...numbers, reason, forget: false };
}

describe('how many came', () => {
  it('is corrected in confirmed minutes: everybody reads when and why, the office the wrong number', async () => {
    const input = await written('CONFIRMED');
    const named = { ...input, reason: 'Frau Krause hat sich vertippt.' };
    expect(await correctTurnout(staff, named)).toMatchObject({ field: 'reason' });
    expect(await correctTurnout(staff, { ...input, votingResidents: 19 })).toMatchObject({
      field: 'votingResidents',
    });
    expect(await correctTurnout(staff, { ...input, attended: null })).toMatchObject({
      field: 'attended',
    });
    expect(await correctTurnout(staff, input)).toMatchObject({ ok: true });
    expect(await correctTurnout(staff, { ...input, attended: 19 })).toMatchObject({ ok: false });
    const said = { attended: 18, turnoutCorrections: [{ reason }] };
    expect(await getSession({ locale: 'de' }, input.session)).toMatchObject(said);
    expect(await getMinutes(staff, input.session)).toMatchObject(said);
    const [earlier] = (await listEarlier(staff, [input.id])).get(input.id) ?? [];
    expect(earlier?.earlier).toContainEqual({ column: 'attended', text: '81' });
  });

  it('waits while minutes wait to be confirmed, and is the business of the office', async () => {
    const waiting = await written('SUBMITTED');
    expect(await correctTurnout(staff, waiting)).toMatchObject({
      code: 'forum-raised.refused.notPublic',
    });
    const input = await written('CONFIRMED');
    await expect(correctTurnout(await makeActor(), input)).rejects.toThrow('NOT_FOUND');
    await expect(correctTurnout(staff, { ...input, id: waiting.id })).rejects.toThrow('NOT_FOUND');
  });
});
