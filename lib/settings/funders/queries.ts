import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { SETTINGS_RIGHTS } from '../access';
import { backSince } from './rules';

export interface FunderSetting {
  id: string;
  name: string;
  url: string;
  version: number;
}

interface FunderSettings {
  standing: FunderSetting[];
  /** That can come back still, the last one first. */
  removed: FunderSetting[];
}

/** Those on the pages, in their order, and those that were removed within the day. */
export const listFunderSettings = sameFor(
  SETTINGS_RIGHTS.change,
  async (): Promise<FunderSettings> => {
    const select = { id: true, name: true, url: true, version: true } as const;
    const [standing, removed] = await Promise.all([
      db.funder.findMany({ where: { removedAt: null }, orderBy: { position: 'asc' }, select }),
      db.funder.findMany({
        where: { removedAt: { gt: backSince(now()) } },
        orderBy: { removedAt: 'desc' },
        select,
      }),
    ]);
    return { standing, removed };
  },
);
