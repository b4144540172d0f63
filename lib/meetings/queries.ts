import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { type Page, pageOf } from '@/lib/core/pages';
import { isUuid } from '@/lib/core/uuid.mjs';
import type { Prisma } from '@/prisma/generated/client';
import { MEETINGS_RIGHTS } from './access';
import {
  canCertify,
  canChange,
  canEvaluate,
  minutesThere,
  PARTICIPANT_ROLES,
  saysNothing,
  stepsOffered,
  sumYear,
} from './rules';
import type {
  Colleague,
  MeetingCase,
  MeetingKind,
  MeetingLine,
  MeetingState,
  OwnYear,
  TrainingYear,
} from './types';

const columns = {
  ...{ id: true, kind: true, title: true, organizer: true, day: true, minutes: true },
  ...{ people: true, costCents: true, certificate: true, state: true, released: true },
  ...{ topics: true, publicSummary: true, version: true },
  participants: { select: { userId: true, certificateId: true } },
} as const;

interface Row {
  id: string;
  kind: MeetingKind;
  title: string;
  organizer: string;
  day: Date;
  minutes: number;
  people: number;
  costCents: number | null;
  certificate: boolean;
  state: MeetingState;
  released: boolean;
  participants: { userId: string; certificateId: string | null }[];
}

const nameOf = ({ displayName, email }: { displayName: string | null; email: string | null }) =>
  displayName ?? email ?? '';

async function linesOf(rows: readonly Row[]): Promise<MeetingLine[]> {
  const ids = rows.flatMap(({ participants }) => participants.map(({ userId }) => userId));
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true, email: true },
  });
  const names = new Map(people.map((person) => [person.id, nameOf(person)]));
  return rows.map(
    ({ id, kind, title, organizer, day, minutes, people: count, participants, ...row }) => ({
      ...{ id, kind, title, organizer, minutes, count, day: dayOf(day) },
      costCents: row.costCents,
      certificate:
        row.certificate || participants.some(({ certificateId }) => certificateId !== null),
      ...{ state: row.state, released: row.released },
      people: participants
        .map(({ userId, certificateId }) => ({
          ...{ id: userId, name: names.get(userId) ?? '', certificateId },
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'de')),
    }),
  );
}

/** Everybody who works here, by name. */
export const listStaff = sameFor(MEETINGS_RIGHTS.meetings, async (): Promise<Colleague[]> => {
  const people = await db.user.findMany({
    where: { roles: { some: { role: { in: [...PARTICIPANT_ROLES] } } } },
    select: { id: true, displayName: true, email: true },
  });
  return people
    .map((person) => ({ id: person.id, name: nameOf(person) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'));
});

/** On one page: two years of weekly meetings. */
const LISTED = 200;
const AHEAD: MeetingState[] = ['PLANNED', 'REGISTERED'];

interface Meetings extends Page {
  /** Over, and nobody has said whether somebody was there; the oldest first. */
  open: MeetingLine[];
  /** The next one first. */
  coming: MeetingLine[];
  /** The latest first. */
  past: MeetingLine[];
}

/** All meetings and trainings, page by page, the ones nearest to today on the first. @param asked counts from 1 */
export const listMeetings = sameFor(
  MEETINGS_RIGHTS.meetings,
  async (asked: number = 1, listed: number = LISTED): Promise<Meetings> => {
    const today = dayColumn(officeToday());
    const kinds = [
      { where: { state: { in: AHEAD }, day: { lt: today } }, order: 'asc' },
      { where: { state: { in: AHEAD }, day: { gte: today } }, order: 'asc' },
      { where: { state: { notIn: AHEAD } }, order: 'desc' },
    ] as const;
    const counts = await Promise.all(kinds.map(({ where }) => db.staffMeeting.count({ where })));
    const { rows, ...place } = pageOf(counts, asked, listed);
    const [open = [], coming = [], past = []] = await Promise.all(
      kinds.map(async ({ where, order }) =>
        linesOf(
          await db.staffMeeting.findMany({
            where,
            orderBy: [{ day: order }, { id: 'asc' }],
            ...{ ...rows, select: columns },
          }),
        ),
      ),
    );
    return { open, coming, past, ...place };
  },
);

/** One meeting with all the office knows of it. @throws {AppError} NOT_FOUND */
export const getMeeting = sameFor(
  MEETINGS_RIGHTS.meetings,
  async (id: string): Promise<MeetingCase> => {
    const row = isUuid(id)
      ? await db.staffMeeting.findUnique({ where: { id }, select: columns })
      : null;
    const [line] = row ? await linesOf([row]) : [];
    if (!row || !line) throw new AppError('NOT_FOUND');
    const { topics, publicSummary, version } = row;
    const { kind, state, day } = line;
    return {
      ...{ ...line, topics, publicSummary, version },
      steps: stepsOffered(state, day, officeToday()),
      canChange: canChange(state),
      canEvaluate: canEvaluate(kind, state),
      canCertify: canCertify(kind, state),
    };
  },
);

const DAY = { day: true } as const;
const thisYear = () => Number(officeToday().slice(0, 4));

/** This year and each that has some, the latest first; also one to come for which something is planned. */
async function yearsOf(where: Prisma.StaffMeetingWhereInput): Promise<number[]> {
  const { _min, _max } = await db.staffMeeting.aggregate({ where, _min: DAY, _max: DAY });
  const yearOf = (day: Date | null) => (day ? Number(dayOf(day).slice(0, 4)) : thisYear());
  const latest = Math.max(thisYear(), yearOf(_max.day));
  const count = latest - Math.min(thisYear(), yearOf(_min.day)) + 1;
  return Array.from({ length: count }, (_, index) => latest - index);
}

/** A year of what the office went to, with hours and costs added up. @param wanted null: this year */
export const getTrainingYear = sameFor(
  MEETINGS_RIGHTS.meetings,
  async (wanted: number | null): Promise<TrainingYear> => {
    const year = wanted ?? thisYear();
    const within = { gte: dayColumn(`${year}-01-01`), lte: dayColumn(`${year}-12-31`) };
    const rows = await db.staffMeeting.findMany({
      where: { day: within },
      orderBy: [{ day: 'asc' }, { id: 'asc' }],
      select: columns,
    });
    return { year, years: await yearsOf({}), ...sumYear(await linesOf(rows)) };
  },
);

const OWN = {
  ...{ id: true, kind: true, title: true, organizer: true, day: true, minutes: true },
  ...{ state: true, certificate: true, version: true },
} as const;

/** What one goes to oneself in a year, and peer consultations, in which nobody is named. @param wanted null: this year */
export const getOwnYear = reading(
  MEETINGS_RIGHTS.own,
  async ({ id: userId }, wanted: number | null): Promise<OwnYear> => {
    const year = wanted ?? thisYear();
    const mine: Prisma.StaffMeetingWhereInput = {
      OR: [{ participants: { some: { userId } } }, { kind: 'PEER_CONSULTATION' }],
    };
    const rows = await db.staffMeeting.findMany({
      where: {
        ...mine,
        day: { gte: dayColumn(`${year}-01-01`), lte: dayColumn(`${year}-12-31`) },
      },
      orderBy: [{ day: 'desc' }, { id: 'asc' }],
      select: OWN,
    });
    const all = rows.map(({ day, ...row }) => ({ ...row, day: dayOf(day) }));
    const meetings = all.filter(({ kind }) => !saysNothing(kind));
    const peers = all.filter(({ kind }) => saysNothing(kind));
    return {
      ...{ year, meetings, peers, peerMinutes: minutesThere(peers) },
      years: await yearsOf(mine),
      trainingMinutes: minutesThere(meetings.filter(({ kind }) => kind === 'TRAINING')),
    };
  },
);
