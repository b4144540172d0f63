import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { traceProblem } from '@/lib/outreach/traces/rules';
import { MEETINGS_RIGHTS } from './access';
import { peersThere } from './peers/steps';
import {
  canChange,
  canEvaluate,
  dayProblem,
  PARTICIPANT_ROLES,
  PEOPLE_MAX,
  saysNothing,
  stateAfter,
  stepsFrom,
} from './rules';
import type {
  AddMeetingInput,
  ChangeMeetingInput,
  EvaluateMeetingInput,
  MoveMeetingInput,
} from './schema';
import { MEETINGS_TAGS } from './tags';
import type { MeetingKind, MeetingStep } from './types';

const right = MEETINGS_RIGHTS.meetings;
const TAGS = [MEETINGS_TAGS.broughtBack];

type Done = Result<{ id: string }>;

/** Writes down a meeting or training that is planned, or that was. */
export const addMeeting = command(
  { right, audit: ['staffMeeting.added'], tags: [] },
  async ({ tx, at, note }, input: AddMeetingInput): Promise<Done> => {
    const wrong =
      dayProblem(input.day, officeDate(at), 'PLANNED') ??
      titleProblem(input) ??
      (await peopleProblem(tx, input.people)) ??
      (await oncePerDay(tx, input));
    if (wrong) return wrong;
    const { id } = await tx.staffMeeting.create({
      data: { ...columnsOf(input), people: peopleOf(input).length, createdAt: at },
      select: { id: true },
    });
    await setPeople(tx, id, input);
    await note('staffMeeting.added', id);
    return ok({ id });
  },
);

/** Says otherwise when and what it is and who goes. */
export const changeMeeting = command(
  { right, audit: ['staffMeeting.changed'], tags: TAGS },
  async ({ tx, at, note }, { id, version, ...input }: ChangeMeetingInput): Promise<Done> => {
    const meeting = await findMeeting(tx, id);
    if (!canChange(meeting.state)) return refused('meetings.refused.cancelled');
    // Tasks and words about it would come along, and who was there would be missing.
    if (saysNothing(input.kind) !== saysNothing(meeting.kind))
      return refused('meetings.refused.peersStay', {}, 'kind');
    const wrong =
      dayProblem(input.day, officeDate(at), meeting.state) ??
      titleProblem(input) ??
      (await peopleProblem(tx, input.people, id)) ??
      (await oncePerDay(tx, input, id));
    if (wrong) return wrong;
    const named = await tx.staffMeetingPerson.findMany({ where: { meetingId: id } });
    // Whose account has ended went all the same.
    const gone = meeting.people - named.length;
    if (gone + peopleOf(input).length > PEOPLE_MAX)
      return refused('meetings.refused.tooManyGo', { max: PEOPLE_MAX }, 'people');
    const late = await takeVersion(tx.staffMeeting, id, version);
    if (late) return late;
    // Who stays keeps their certificate; whoever is not named any more has none.
    await tx.staffMeetingPerson.deleteMany({
      where: { meetingId: id, userId: { notIn: peopleOf(input) } },
    });
    const hasPaper = await tx.staffMeetingPerson.count({
      where: { meetingId: id, certificateId: { not: null } },
    });
    await tx.staffMeeting.update({
      where: { id },
      data: {
        ...{ ...columnsOf(input), people: gone + peopleOf(input).length },
        certificate: input.certificate || hasPaper > 0,
      },
      select: { id: true },
    });
    await setPeople(tx, id, input);
    await note('staffMeeting.changed', id);
    return ok({ id });
  },
);

const EVENTS = {
  register: 'staffMeeting.registered',
  attend: 'staffMeeting.attended',
  cancel: 'staffMeeting.cancelled',
  reopen: 'staffMeeting.reopened',
} as const satisfies Record<MeetingStep, string>;

/** Somebody is registered, was there, does not go, or none of it was so. */
export const moveMeeting = command(
  { right, audit: Object.values(EVENTS), tags: TAGS },
  async ({ tx, at, note }, { id, version, step }: MoveMeetingInput): Promise<Done> => {
    const { kind, state, day } = await findMeeting(tx, id);
    if (!stepsFrom(state, dayOf(day), officeDate(at)).includes(step))
      return refused('meetings.refused.notNow');
    // What was entered anew meanwhile would count twice.
    const twice = await oncePerDay(tx, { kind, day: dayOf(day) }, id);
    if (twice && step === 'reopen') return refused(twice.code);
    const late = await takeVersion(tx.staffMeeting, id, version);
    if (late) return late;
    await tx.staffMeeting.update({
      where: { id },
      // What was evaluated by mistake is told to nobody, and counts nowhere until somebody was there.
      data: { state: stateAfter(step), released: false },
      select: { id: true },
    });
    await note(EVENTS[step], id);
    return ok({ id });
  },
);

/** What it brought for the quarter, for the office and, where it is released, for everybody. */
export const evaluateMeeting = command(
  { right, audit: ['staffMeeting.evaluated'], tags: TAGS },
  async ({ tx, note }, { id, version, ...said }: EvaluateMeetingInput): Promise<Done> => {
    const { kind, state, title } = await findMeeting(tx, id);
    if (!canEvaluate(kind, state)) return refused('meetings.refused.notNow');
    const { publicSummary, released } = said;
    const trace =
      traceProblem({ publicSummary }) ?? (released ? traceProblem({ released: title }) : null);
    if (trace) return trace;
    const late = await takeVersion(tx.staffMeeting, id, version);
    if (late) return late;
    await tx.staffMeeting.update({
      where: { id },
      data: { ...said, state: 'EVALUATED' },
      select: { id: true },
    });
    await note('staffMeeting.evaluated', id);
    return ok({ id });
  },
);

async function findMeeting(tx: Tx, id: string) {
  const meeting = await tx.staffMeeting.findUnique({ where: { id } });
  if (!meeting) throw new AppError('NOT_FOUND');
  return meeting;
}

const columnsOf = ({ kind, title, organizer, day, hours, cost, certificate }: AddMeetingInput) => ({
  ...{ kind, title, organizer, certificate, minutes: hours, costCents: cost },
  day: dayColumn(day),
});

/** What it was called stays for good, and stands in the year's overview for whoever pays. */
const titleProblem = ({ title }: AddMeetingInput) => traceProblem({ title });

/** Whoever counsels may have entered the same peer consultation. */
const oncePerDay = async (
  tx: Tx,
  { kind, day }: { kind: MeetingKind; day: string },
  self?: string,
): Promise<Refused | null> => (saysNothing(kind) ? peersThere(tx, day, self) : null);

const peopleOf = ({ people }: Pick<AddMeetingInput, 'people'>) => [...new Set(people)];

async function setPeople(
  tx: Tx,
  meetingId: string,
  input: { kind: MeetingKind; people: string[] },
): Promise<void> {
  await tx.staffMeetingPerson.createMany({
    data: peopleOf(input).map((userId) => ({ meetingId, kind: input.kind, userId })),
    skipDuplicates: true,
  });
}

/** Only who works here goes; who went before may stay named when that has ended since. */
async function peopleProblem(
  tx: Tx,
  wanted: readonly string[],
  meetingId?: string,
): Promise<Refused | null> {
  const people = await tx.user.findMany({
    where: { id: { in: [...wanted] }, roles: { some: { role: { in: [...PARTICIPANT_ROLES] } } } },
    select: { id: true },
  });
  const kept = meetingId
    ? await tx.staffMeetingPerson.findMany({ where: { meetingId }, select: { userId: true } })
    : [];
  const may = new Set([...people.map(({ id }) => id), ...kept.map(({ userId }) => userId)]);
  return wanted.every((id) => may.has(id)) ? null : refused('form.error.choose', {}, 'people');
}
