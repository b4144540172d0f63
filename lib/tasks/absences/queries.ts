import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { TASKS_RIGHTS } from '../access';
import { readAbsences, readColleagues, readCounsellors } from '../people';
import { overlap } from '../rules';
import type { Absence, AbsenceDays, Colleague } from '../types';

interface Absences {
  colleagues: Colleague[];
  /** Now and later; the next one first. */
  absences: Absence[];
}

/** Who is away now or later, and who does their tasks. */
export const listAbsences = sameFor(TASKS_RIGHTS.absences, async (): Promise<Absences> => {
  const [colleagues, all] = await Promise.all([readColleagues(), readAbsences()]);
  return comingOf(colleagues, all);
});

/** When somebody who counsels is away themselves, and who of those who counsel can stand in. */
export const listOwnAbsences = reading(TASKS_RIGHTS.desk, async ({ id }): Promise<Absences> => {
  const [counsellors, all] = await Promise.all([readCounsellors(), readAbsences(db, true)]);
  const { absences } = comingOf(counsellors, all);
  return {
    colleagues: counsellors.filter((one) => one.id !== id),
    absences: absences.filter(({ userId }) => userId === id),
  };
});

function comingOf(
  colleagues: Colleague[],
  all: readonly (AbsenceDays & { id: string })[],
): Absences {
  const today = officeToday();
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
}
