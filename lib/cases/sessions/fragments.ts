/** Sessions of the Forum that a step of a case can name, the last first. */
export const SESSION_CHOICES = {
  select: { id: true, title: true, localDate: true },
  orderBy: { startsAt: 'desc' },
  take: 20,
} as const;
