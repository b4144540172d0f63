import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { makeSession } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { forgetOldModerators } from './privacy';

testDatabase();
beforeAll(() => makeOffice());

describe('a year after a session', () => {
  it('it no longer says who moderated it', async () => {
    const { id: moderatorId } = await makeActor({ roles: ['REPRESENTATIVE'] });
    const data = { moderatorId, moderatorNamed: true, moderator: 'Sprecherrat' };
    const [old, recent] = [
      await makeSession({ inDays: -366 }),
      await makeSession({ inDays: -364 }),
    ];
    for (const { id } of [old, recent]) await db.forumSession.update({ where: { id }, data });
    expect(await forgetOldModerators()).toBe(1);
    const read = (id: string) => db.forumSession.findUniqueOrThrow({ where: { id } });
    expect(await read(old.id)).toMatchObject({
      moderatorId: null,
      moderatorNamed: false,
      moderator: 'Sprecherrat',
    });
    expect(await read(recent.id)).toMatchObject({ moderatorId, moderatorNamed: true });
    expect(await forgetOldModerators()).toBe(0);
  });
});
