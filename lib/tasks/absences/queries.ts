import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { officeToday } from '@/lib/core/office-time';
import { TASKS_RIGHTS } from '../access';
import { readAbsences, readColleagues } from '../people';
import { overlap } from '../rules';
import type { Absence, Colleague } from '../types';

interface Absences {
  colleagues: Colleague[];
  /** Now and later; the next one first. */
  absences: Absence[];
}

/** Who is away now or later, and who does their tasks. */
export const listAbsences = sameFor(TASKS_RIGHTS.absences, async (): Promise<Absences> => {
  const today = officeToday();
  const [colleagues, all] = await Promise.all([readColleagues(), readAbsences()]);
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  const coming = all.filter(({ userId, until }) => until >= today && names.has(userId));
  return {
    colleagues,
    absences: coming.map((one) => ({
      ...one,
      name: names.get(one.userId) ?? '',
      deputy: names.get(one.deputyId ?? '') ?? '',
      isDeputyAway: coming.some((other) => other.userId === one.deputyId && overlap(one, other)),
      isNow: one.from <= today,
    })),
  };
});
