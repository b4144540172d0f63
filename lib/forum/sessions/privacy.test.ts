import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { makeSession } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { pagesAfter } from '@/lib/testing/pages';
import { forgetOldModerators } from './privacy';
import { getSession } from './queries';

testDatabase();
beforeAll(() => makeOffice());

describe('a year after a session', () => {
  it('it no longer says who moderated it', async () => {
    const { id: moderatorId } = await makeActor({ roles: ['REPRESENTATIVE'] });
    await db.user.update({ where: { id: moderatorId }, data: { displayName: 'Renate V.' } });
    const data = { moderatorId, moderatorNamed: true, moderator: 'Sprecherrat' };
    const [old, recent] = [
      await makeSession({ inDays: -366 }),
      await makeSession({ inDays: -364 }),
    ];
    for (const { id } of [old, recent]) await db.forumSession.update({ where: { id }, data });
    const pages = { old: () => getSession({ locale: 'de' }, old.number) };
    const { changed, dropped } = await pagesAfter(pages, async () =>
      expect(await forgetOldModerators()).toBe(1),
    );
    // The name is not kept in a page that was made before.
    expect([changed, dropped]).toEqual([['old'], ['old']]);
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
