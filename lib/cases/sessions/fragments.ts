import type { Prisma } from '@/prisma/generated/client';
import { MET } from '../rules';

/** Sessions of the Forum that a step of a case can name, the last first. */
export const SESSION_CHOICES = {
  select: { id: true, title: true, localDate: true },
  orderBy: { startsAt: 'desc' },
  take: 20,
} as const;

/** What stood on an agenda and a step of a case can name: the last session first, then as it was called. */
export const ITEM_CHOICES = {
  select: {
    ...{ id: true, position: true, title: true },
    session: { select: { title: true, localDate: true } },
  },
  orderBy: [{ session: { startsAt: 'desc' } }, { position: 'asc' }],
  take: 200,
} satisfies Prisma.AgendaItemFindManyArgs;

/** Sessions that took place and were not over when something came: no other can have heard of it. */
export const metSince = (came: Date) => ({ state: { in: [...MET] }, endsAt: { gte: came } });
