import 'server-only';
import { byKey } from '@/lib/accounts/command';
import type { Viewer } from '@/lib/accounts/types';
import { findByKey, uncounted } from '@/lib/cases/look-up';
import { isAddressUnproven } from '@/lib/cases/proving/queries';
import { historyFor } from '@/lib/core/audience';
import { db } from '@/lib/core/db';
import { getOffice } from '@/lib/settings/queries';
import type { Prisma } from '@/prisma/generated/client';
import { INITIATIVE_RIGHTS } from '../access';
import { initiativesPaths } from '../paths';
import { isAwaitingOffice, REQUEST_KEYS } from '../rules';
import type { OwnRequest } from './types';

/** Id of the request that a code or a key opens; null when it opens none. */
export const findIdByKey = byKey(
  INITIATIVE_RIGHTS.keepOwnRequest,
  async (key: string): Promise<string | null> => {
    const row = await findByKey(REQUEST_KEYS, key, (where) =>
      db.supportRequest.findFirst({ where, select: { id: true } }),
    );
    return row?.id ?? null;
  },
);

/** The asker's page, by a code whose tries somebody else counts; null when it opens none. */
export const pathOfKey = byKey(
  INITIATIVE_RIGHTS.keepOwnRequest,
  async (key: string): Promise<string | null> => {
    const row = await uncounted(REQUEST_KEYS, key, (where) =>
      db.supportRequest.findFirst({ where, select: { id: true } }),
    );
    return row && initiativesPaths.supportReceipt(key);
  },
);

/**
 * What the asker sees, opened by the code of the receipt or the key of a mail.
 * @throws RATE_LIMITED after many wrong tries from one network
 */
export const findOwnRequest = byKey(
  INITIATIVE_RIGHTS.keepOwnRequest,
  async (viewer: Viewer, key: string): Promise<OwnRequest | null> => {
    const row = await findByKey(REQUEST_KEYS, key, (where) =>
      db.supportRequest.findFirst({ where, select: OWN }),
    );
    if (!row) return null;
    const office = await getOffice(viewer);
    const { id, districtId, steps, ...rest } = row;
    return {
      ...rest,
      isUnproven: await isAddressUnproven(id),
      districtName: office.everyDistrict.find((district) => district.id === districtId)?.name ?? '',
      promisedFor: isAwaitingOffice(row.state) ? row.promisedFor : null,
      history: historyFor('PERSON', steps),
    };
  },
);

const OWN = {
  id: true,
  ...{ number: true, version: true },
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
    select: {
      to: true,
      at: true,
      by: true,
      note: true,
      audience: true,
      session: { select: { number: true } },
      agendaItemId: true,
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.SupportRequestSelect;
