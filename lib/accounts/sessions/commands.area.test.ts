import { beforeAll, describe, expect, it } from 'vitest';
import { mayAdministrate, mayCoordinate, mayCounsel, mayVote } from '@/lib/accounts/policy';
import type { Role } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { hashSecret } from '@/lib/core/tokens';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { actorIn, newBrowser } from '@/lib/testing/sign-in';
import { chooseArea } from './commands';
import { areaOf, rolesIn } from './rules';

testDatabase();
beforeAll(() => makeOffice());

describe('the areas of one person', () => {
  it.each<[Role[], 'OFFICE' | 'COUNSELLING' | null, Role[]]>([
    [['COORDINATOR'], null, ['COORDINATOR']],
    [['COUNSELLOR', 'REPRESENTATIVE'], null, ['COUNSELLOR', 'REPRESENTATIVE']],
    [['COORDINATOR', 'COUNSELLOR'], 'OFFICE', ['COORDINATOR']],
    [['COUNSELLOR', 'ADMIN', 'PARTNER'], 'OFFICE', ['ADMIN', 'PARTNER']],
  ])('%o begins in %s', (held, area, roles) => {
    expect(areaOf(held, null)).toBe(area);
    expect(rolesIn(held, area)).toEqual(roles);
  });

  it('a choice means nothing without both rights', () => {
    expect(areaOf(['COORDINATOR'], 'COUNSELLING')).toBeNull();
    expect(rolesIn(['COORDINATOR'], areaOf(['COORDINATOR'], 'COUNSELLING'))).toEqual([
      'COORDINATOR',
    ]);
  });
});

describe('changing the area', () => {
  const roles: Role[] = ['ADMIN', 'COORDINATOR', 'COUNSELLOR'];

  /** The same person in a browser whose cookie is known. */
  async function signedIn() {
    const browser = newBrowser();
    const { sessionId } = await makeActor({ roles });
    const data = { tokenHash: hashSecret('session', browser.token) };
    await db.userSession.update({ where: { id: sessionId }, data });
    return { browser, sessionId };
  }

  it('lets only the rights of the chosen one count, from the next click on', async () => {
    const { browser } = await signedIn();
    const office = await actorIn(browser);
    expect([mayCoordinate(office), mayAdministrate(office), mayCounsel(office)]).toEqual([
      true,
      true,
      false,
    ]);
    await chooseArea(office, 'COUNSELLING');
    const counselling = await actorIn(browser);
    expect([
      mayCoordinate(counselling),
      mayAdministrate(counselling),
      mayCounsel(counselling),
    ]).toEqual([false, false, true]);
    expect(mayVote(counselling)).toBe(false);
    await chooseArea(counselling, 'OFFICE');
    expect(mayCoordinate(await actorIn(browser))).toBe(true);
  });

  it('holds for one browser only and is written down', async () => {
    const { browser, sessionId } = await signedIn();
    const other = await signedIn();
    await chooseArea(await actorIn(browser), 'COUNSELLING');
    expect((await actorIn(other.browser)).area).toBe('OFFICE');
    const audit = await db.auditEntry.findFirst({ where: { subjectId: sessionId } });
    expect(audit?.action).toBe('session.area.COUNSELLING');
  });

  it('is nothing for whoever has one area', async () => {
    for (const one of [['COORDINATOR'], ['COUNSELLOR'], []] as const) {
      const actor = await makeActor({ roles: [...one] });
      await expect(chooseArea(actor, 'COUNSELLING')).rejects.toThrow('NOT_FOUND');
    }
  });
});
