import 'server-only';
import type { Viewer, Visitor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { clientAddress, requireTry } from '@/lib/core/rate-limit';
import { derivedCode, hashSecret, isSameSecret, normalizeCode } from '@/lib/core/tokens';
import { getOffice } from '@/lib/settings/queries';
import { REQUEST_CODE } from '../requesting/rules';
import { isAwaitingOffice } from '../rules';
import type { OwnRequest } from './types';

const PERSONAL_KEY = /^(\d{1,9})-([0-9A-Za-z]{12})$/;
const VIEWS = { name: 'support-key', max: 120, windowSeconds: 3600 };

function signature(id: string): string {
  return derivedCode('support-own', id, 12);
}

/**
 * The key of an asker's page for links in mails: number and signature. It needs no storing, so the
 * code on the receipt stays known to its owner alone.
 */
export function requestKey(
  _viewer: Viewer | Visitor,
  request: { id: string; number: number },
): string {
  return `${request.number}-${signature(request.id)}`;
}

function whereOf(key: string) {
  const number = PERSONAL_KEY.exec(key)?.[1];
  return number
    ? { number: Number(number) }
    : { codeHash: hashSecret(REQUEST_CODE.purpose, normalizeCode(key)) };
}

/** A code has found its row by its hash; a key must carry the row's signature. */
function opens(key: string, row: { id: string }): boolean {
  const given = PERSONAL_KEY.exec(key)?.[2];
  return given === undefined || isSameSecret(signature(row.id), given.toUpperCase());
}

/** Number of the request that a code or a key opens; null when it opens none. */
export async function findNumberByKey(
  _viewer: Viewer | Visitor,
  key: string,
): Promise<number | null> {
  const row = await db.supportRequest.findUnique({
    where: whereOf(key),
    select: { id: true, number: true },
  });
  return row && opens(key, row) ? row.number : null;
}

/**
 * What the asker sees, opened by the code of the receipt or the key of a mail.
 * @throws RATE_LIMITED after many tries from one address
 */
export async function findOwnRequest(viewer: Viewer, key: string): Promise<OwnRequest | null> {
  await requireTry(VIEWS, clientAddress());
  const row = await db.supportRequest.findUnique({
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
        select: { to: true, at: true, by: true, note: true },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (!row || !opens(key, row)) return null;
  const office = await getOffice(viewer);
  const { id: _id, districtId, steps, ...rest } = row;
  return {
    ...rest,
    districtName: office.districts.find(({ id }) => id === districtId)?.name ?? '',
    promisedFor: isAwaitingOffice(row.state) ? row.promisedFor : null,
    history: steps,
  };
}
