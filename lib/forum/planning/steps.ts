import 'server-only';
import { localDateOf, now } from '@/lib/core/clock';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { type Refused, refused } from '@/lib/core/result';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import type { LockedSession, SignUpTimes } from '@/lib/forum/sessions/types';
import { longDay } from '@/lib/i18n/dates';
import { deadlineAsBefore, leftFromOldDay } from './rules';
import type { SessionFormInput } from './schema';
import type { DatedPlan } from './types';

type Before = DatedPlan & SignUpTimes;

/** What of a locked session belongs to its day, before it is changed. */
export async function plannedBefore(tx: Tx, session: LockedSession): Promise<Before> {
  const { localDate, ...texts } = await tx.forumSession.findUniqueOrThrow({
    where: { id: session.id },
    select: {
      localDate: true,
      ...{ access: true, childCare: true, liftService: true, translation: true, note: true },
    },
  });
  const { registrationDeadline: until, timeZone } = session;
  return {
    ...session,
    date: dayOf(localDate),
    deadline: until ? localDateOf(until, timeZone) : '',
    texts: textsOf(texts),
  };
}

const textsOf = (of: Texts) => [
  ...[of.access, of.childCare, of.liftService, of.translation, of.note],
];
type Texts = Pick<
  SessionFormInput,
  'access' | 'childCare' | 'liftService' | 'translation' | 'note'
>;

/**
 * Why a session does not get this day: it is called off for good; nobody could sign up any more; or what names a day
 * is still about the old one and nobody said that it stays. Null where all of it goes together.
 * @param before null for a new session
 */
export function dayProblem(
  before: Before | null,
  input: SessionFormInput,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  locale = 'de',
): Refused | null {
  if (before?.state === 'CANCELLED')
    return isSame(before, { startsAt, endsAt })
      ? null
      : refused('forum-seats.refused.calledOff', {}, 'date');
  // What is over is only put right.
  if (endsAt <= now() || (before && signUpStatus(before, now()) === 'over')) return null;
  const after = { date: input.date, deadline: input.deadline, texts: textsOf(input) };
  if (before?.date === after.date) return null;
  return (
    closedProblem(before, after, locale) ?? (before && leftProblem(before, after, input, locale))
  );
}

const isSame = (a: Pick<SignUpTimes, 'startsAt' | 'endsAt'>, b: typeof a) =>
  a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime();

/** Where a session only moves, a sign-up that was closed before may stay so; a new date begins with one that is open. */
function closedProblem(before: Before | null, after: DatedPlan, locale: string): Refused | null {
  if (after.deadline === '' || after.deadline >= officeToday()) return null;
  const isKept = before?.deadline === after.deadline && before.state !== 'POSTPONED';
  if (isKept) return null;
  return refused('forum-seats.refused.closed', { as: asBefore(before, after, locale) }, 'deadline');
}

function leftProblem(
  before: Before,
  after: DatedPlan,
  { daysChecked }: SessionFormInput,
  locale: string,
): Refused | null {
  const left = leftFromOldDay(before, after);
  if (!left || daysChecked) return null;
  return refused(
    'forum-seats.refused.oldDays',
    {
      kind: left.kind,
      days: left.days.map((day) => `„${day}“`).join(', '),
      deadline: inWords(before.deadline, locale),
      as: asBefore(before, after, locale),
    },
    'daysChecked',
  );
}

/** The day to propose in words, or `none`. */
function asBefore(before: Before | null, { date }: DatedPlan, locale: string): string {
  const day = before && deadlineAsBefore(before, date, officeToday());
  return day ? inWords(day, locale) : 'none';
}

const inWords = (day: string, locale: string) => (day ? longDay(dayColumn(day), locale) : '');
