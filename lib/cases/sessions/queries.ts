import 'server-only';
import { db } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import { MET } from '../rules';
import type { SessionChoice } from './types';

const THAT_MET: Prisma.ForumSessionWhereInput = { state: { in: [...MET] } };

const MOST_OFFERED = 20;

/** Sessions of the Forum that a step can name, those that took place unless others are asked for; the last first. */
export const listSessionChoices = (where = THAT_MET): Promise<SessionChoice[]> =>
  db.forumSession.findMany({
    where,
    select: { id: true, title: true, localDate: true },
    orderBy: { startsAt: 'desc' },
    take: MOST_OFFERED,
  });
