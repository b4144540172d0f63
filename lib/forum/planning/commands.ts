import 'server-only';
import { command } from '@/lib/accounts/command';
import { now, resolveLocalTime } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { officeInstant, officeZone } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { correctReason } from '@/lib/forum/corrections/reason/steps';
import { tellAllRegistered } from '@/lib/forum/notices/steps';
import { isCalledOff, isMoved, signUpStatus, stateAfterMove } from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { moveUpWaiting, readSeats } from '@/lib/forum/waiting-list/steps';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { FORUM_TAGS } from '../tags';
import type { SessionFormInput } from './schema';
import { dayProblem, plannedBefore } from './steps';

const NUMBERING_LOCK = 7_310_060;

const { keep } = FORUM_RIGHTS;

/** The office plans a new session; it gets the next number. */
export const createSession = command(
  { right: keep, audit: ['forumSession.planned'], tags: [FORUM_TAGS.sessions] },
  async (
    { tx, note },
    input: SessionFormInput,
    locale?: string,
  ): Promise<Result<{ number: number }>> => {
    const times = timesOf(input);
    if (!times.ok) return times;
    const wrong = dayProblem(null, input, times.value, locale);
    if (wrong) return wrong;
    const office = await getOffice({ locale: 'de' });
    // Two new sessions at the same moment get two numbers.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NUMBERING_LOCK})`;
    const last = await tx.forumSession.aggregate({ _max: { number: true } });
    const created = await tx.forumSession.create({
      data: {
        ...fieldsOf(input),
        ...times.value,
        number: (last._max.number ?? 0) + 1,
        state: 'PLANNED',
        districts: { create: districtIds(office.districts, input.districts) },
      },
      select: { id: true, number: true },
    });
    await note('forumSession.planned', created.id);
    return ok({ number: created.number });
  },
);

/**
 * The office changes a session. Another time or place raises the sequence of the calendar entry and
 * is told to everybody who signed up; more seats let those who wait move up.
 */
export const updateSession = command(
  {
    right: keep,
    audit: ['forumSession.moved', 'forumSession.changed'],
    tags: [FORUM_TAGS.sessions],
  },
  async (
    { tx, at, actor, note },
    input: SessionFormInput,
    locale?: string,
  ): Promise<Result<{ number: number; isTold: boolean }>> => {
    const times = timesOf(input);
    if (!times.ok) return times;
    const office = await getOffice({ locale: 'de' });
    const before = await lockSession(tx, input.session);
    const late = await takeVersion(tx.forumSession, before.id, input.version);
    if (late) return late;
    const after: LockedSession = {
      ...before,
      title: input.title,
      place: input.place,
      capacity: input.capacity,
      ...times.value,
    };
    const tooFew = await capacityProblem(tx, before, after);
    if (tooFew) return tooFew;
    const moved = isMoved(before, after);
    const newDate = before.startsAt.getTime() !== after.startsAt.getTime();
    after.state = stateAfterMove(before.state, newDate);
    const wrong =
      (newDate ? dateProblem(before, after) : null) ??
      dayProblem(await plannedBefore(tx, before), input, after, locale) ??
      (await correctReason({ tx, at }, after, input));
    if (wrong) return wrong;
    await tx.forumSessionDistrict.deleteMany({ where: { sessionId: before.id } });
    await tx.forumSession.update({
      where: { id: before.id },
      data: {
        ...fieldsOf(input),
        ...times.value,
        state: after.state,
        ...reasonAfter(after),
        ...(moved ? { sequence: { increment: 1 } } : {}),
        districts: { create: districtIds(office.everyDistrict, input.districts) },
      },
      select: { id: true },
    });
    await note(moved ? 'forumSession.moved' : 'forumSession.changed', before.id);
    const isTold = moved && isWorthTelling(before, after);
    if (isTold) await tellAllRegistered(tx, after, 'moved');
    await moveUpWaiting(actor, tx, after);
    return ok({ number: before.number, isTold });
  },
);

/** Why the old date was put off says nothing about the new one. */
const reasonAfter = ({ state }: LockedSession) => (isCalledOff(state) ? {} : { callOffReason: '' });

/** When something took place is put right afterwards; what is to come does not become over by a wrong year. */
function dateProblem(before: LockedSession, after: LockedSession): Refused | null {
  const wasOver = signUpStatus(before, now()) === 'over';
  return !wasOver && after.endsAt <= now() ? refused('forum-seats.refused.past', {}, 'date') : null;
}

async function capacityProblem(
  tx: Tx,
  before: LockedSession,
  after: LockedSession,
): Promise<Refused | null> {
  if (after.capacity === null || after.capacity === before.capacity) return null;
  const { confirmed } = await readSeats(tx, before);
  // Nobody who has a seat is sent away by a number in a form.
  return confirmed > after.capacity
    ? refused('forum.refused.capacityBelowConfirmed', { confirmed }, 'capacity')
    : null;
}

/** Corrections of what is over, called off or still without a date concern nobody. */
function isWorthTelling(before: LockedSession, after: LockedSession): boolean {
  const [was, is] = [signUpStatus(before, now()), signUpStatus(after, now())];
  return !['over', 'cancelled'].includes(was) && !['over', 'cancelled', 'postponed'].includes(is);
}

interface Times {
  startsAt: Date;
  endsAt: Date;
  registrationDeadline: Date | null;
}

/** Local times of the form → instants; hours that do not exist or exist twice are asked back. */
function timesOf(input: SessionFormInput): Result<Times> {
  const starts = instantOfField(`${input.date}T${input.start}`, input.hour, 'start');
  if (!starts.ok) return starts;
  const ends = instantOfField(`${input.date}T${input.end}`, input.hour, 'end');
  if (!ends.ok) return ends;
  if (ends.value <= starts.value) return refused('forum.refused.endBeforeStart', {}, 'end');
  const registrationDeadline = input.deadline ? officeInstant(`${input.deadline}T23:59`) : null;
  if (registrationDeadline && input.deadline > input.date) {
    return refused('forum.refused.deadlineAfterStart', {}, 'deadline');
  }
  return ok({ startsAt: starts.value, endsAt: ends.value, registrationDeadline });
}

function instantOfField(
  local: string,
  hour: SessionFormInput['hour'],
  field: string,
): Result<Date> {
  const time = resolveLocalTime(local, officeZone());
  if (time.kind === 'exact') return ok(time.instant);
  if (time.kind === 'skipped') {
    return refused('forum.refused.hourSkipped', { instead: time.instead.slice(11) }, field);
  }
  if (hour === '') return refused('forum.refused.hourTwice', {}, 'hour');
  return ok(hour === 'first' ? time.first : time.second);
}

/** The columns the form fills besides times, state and districts. */
function fieldsOf(input: SessionFormInput) {
  const {
    session: _session,
    version: _version,
    date,
    start,
    end,
    hour: _hour,
    deadline: _deadline,
    callOffReason: _off,
    reason: _why,
    forget: _forget,
    daysChecked: _checked,
    districts: _slugs,
    ...texts
  } = input;
  return {
    ...texts,
    localDate: dayColumn(date),
    localStart: start,
    localEnd: end,
    timeZone: officeZone(),
  };
}

function districtIds(
  offered: Office['districts'],
  slugs: readonly string[],
): { districtId: string }[] {
  return offered.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => ({ districtId: id }));
}
