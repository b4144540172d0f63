import 'server-only';
import { byKey } from '@/lib/accounts/command';
import type { Viewer } from '@/lib/accounts/types';
import { historyFor } from '@/lib/core/audience';
import { byCode } from '@/lib/core/code-look-up';
import { db } from '@/lib/core/db';
import { fits, rowOfKey } from '@/lib/core/personal-key';
import { getOffice } from '@/lib/settings/queries';
import { INITIATIVE_RIGHTS } from '../access';
import { REQUEST_CODE, REQUEST_KEY } from '../requesting/rules';
import { isAwaitingOffice } from '../rules';
import type { OwnRequest } from './types';

const whereOf = (key: string) => rowOfKey(REQUEST_CODE.purpose, key);
const opens = (key: string, row: { id: string }) => fits(REQUEST_KEY, key, row);

/** Number of the request that a code or a key opens; null when it opens none. */
export const findNumberByKey = byKey(
  INITIATIVE_RIGHTS.keepOwnRequest,
  async (key: string): Promise<number | null> => {
    return byCode(async () => {
      const where = whereOf(key);
      const row = await db.supportRequest.findFirst({ where, select: { id: true, number: true } });
      return row && opens(key, row) ? row.number : null;
    });
  },
);

/**
 * What the asker sees, opened by the code of the receipt or the key of a mail.
 * @throws RATE_LIMITED after many wrong tries from one network
 */
export const findOwnRequest = byKey(
  INITIATIVE_RIGHTS.keepOwnRequest,
  async (viewer: Viewer, key: string): Promise<OwnRequest | null> => {
    const row = await byCode(() => findRow(key));
    if (!row) return null;
    const office = await getOffice(viewer);
    const { id: _id, districtId, steps, ...rest } = row;
    return {
      ...rest,
      districtName: office.districts.find(({ id }) => id === districtId)?.name ?? '',
      promisedFor: isAwaitingOffice(row.state) ? row.promisedFor : null,
      history: historyFor('PERSON', steps),
    };
  },
);

async function findRow(key: string) {
  const row = await db.supportRequest.findFirst({
    where: whereOf(key),
    select: {
      id: true,
      number: true,
      title: true,
      body: true,
      kinds: true,
      wantedFor: true,
      amountEur: true,
      districtId: true,
      groupName: true,
      name: true,
      contactKind: true,
      state: true,
      stateSince: true,
      requestedAt: true,
      promisedFor: true,
      steps: {
        select: { to: true, at: true, by: true, note: true, audience: true },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      },
    },
  });
  return row && opens(key, row) ? row : null;
}
