import 'server-only';
import type { Viewer, Visitor } from '@/lib/accounts/types';
import { historyFor } from '@/lib/core/audience';
import { byCode } from '@/lib/core/code-look-up';
import { db } from '@/lib/core/db';
import { fits, personalKey, rowOfKey } from '@/lib/core/personal-key';
import { getOffice } from '@/lib/settings/queries';
import { REQUEST_CODE } from '../requesting/rules';
import { isAwaitingOffice } from '../rules';
import type { OwnRequest } from './types';

const OWN_KEY = 'support-own';

/** The key of an asker's page for links in mails. */
export function requestKey(
  _viewer: Viewer | Visitor,
  request: { id: string; number: number },
): string {
  return personalKey(OWN_KEY, request);
}

const whereOf = (key: string) => rowOfKey(REQUEST_CODE.purpose, key);
const opens = (key: string, row: { id: string }) => fits(OWN_KEY, key, row);

/** Number of the request that a code or a key opens; null when it opens none. */
export async function findNumberByKey(
  _viewer: Viewer | Visitor,
  key: string,
): Promise<number | null> {
  return byCode(async () => {
    const where = whereOf(key);
    const row = await db.supportRequest.findFirst({ where, select: { id: true, number: true } });
    return row && opens(key, row) ? row.number : null;
  });
}

/**
 * What the asker sees, opened by the code of the receipt or the key of a mail.
 * @throws RATE_LIMITED after many wrong tries from one network
 */
export async function findOwnRequest(viewer: Viewer, key: string): Promise<OwnRequest | null> {
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
}

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
