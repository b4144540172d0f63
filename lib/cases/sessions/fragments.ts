import { MET } from '../rules';

/** Sessions of the Forum that a step of a case can name, the last first. */
export const SESSION_CHOICES = {
  select: { id: true, title: true, localDate: true },
  orderBy: { startsAt: 'desc' },
  take: 20,
} as const;

/** Sessions that took place and were not over when something came: no other can have heard of it. */
export const metSince = (came: Date) => ({ state: { in: [...MET] }, endsAt: { gte: came } });
