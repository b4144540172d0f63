import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { ACTIVATION_RIGHTS } from '../access';
import { compare } from './rules';
import type { Comparison } from './types';

/** All editions, compared by who came for the first time for each hour of work. */
export const getComparison = sameFor(
  ACTIVATION_RIGHTS.formats,
  async (): Promise<Comparison> =>
    compare(
      await db.activationFormat.findMany({
        orderBy: [{ name: 'asc' }, { edition: 'asc' }],
        select: {
          ...{ id: true, name: true, edition: true, state: true },
          trials: {
            select: {
              ...{ reached: true, firstTimers: true, costCents: true, staffMinutes: true },
              proposals: true,
            },
          },
        },
      }),
    ),
);
