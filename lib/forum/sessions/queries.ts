import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { ACCOUNTS_TAGS } from '@/lib/accounts/tags';
import type { Viewer } from '@/lib/accounts/types';
import { listCorrections } from '@/lib/audit/corrections/queries';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { listAgenda } from '@/lib/forum/agenda/queries';
import { listDecisions, listTasks } from '@/lib/forum/decisions/queries';
import { listMinutesItems } from '@/lib/forum/minutes/queries';
import { areMinutesPublic } from '@/lib/forum/minutes/rules';
import { countSeats } from '@/lib/forum/waiting-list/queries';
import { freeSeats } from '@/lib/forum/waiting-list/rules';
import { PROPOSALS_TAGS } from '@/lib/proposals/tags';
import { getOffice } from '@/lib/settings/queries';
import { FORUM_TAGS } from '../tags';
import {
  isCalledOff,
  isComing,
  minutesBetween,
  signUpStatus,
  statusChangesAt,
  wayIn,
} from './rules';
import type {
  Corrected,
  ForumOverview,
  NextSession,
  SessionDetails,
  SessionHead,
  SessionInList,
  SignUpTimes,
} from './types';

/** What lists, the calendar and the first pages show of one. */
export const summary = {
  id: true,
  number: true,
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
  state: true,
  sequence: true,
  districts: { select: { districtId: true } },
} as const;

type WithDistricts<Row> = Row & { districts: { districtId: string }[] };

/** Districts are in the office's settings anyway, so joining their table would be a statement too many. */
export async function withSlugs<Row>(viewer: Viewer, rows: WithDistricts<Row>[]) {
  const office = await getOffice(viewer);
  const slugs = new Map(office.everyDistrict.map(({ id, slug }) => [id, slug]));
  return rows.map(({ districts, ...row }) => ({
    ...(row as Row),
    districtSlugs: districts.flatMap(({ districtId }) => slugs.get(districtId) ?? []),
  }));
}

function noteExpiry(sessions: readonly SignUpTimes[], at: Date): void {
  for (const session of sessions) {
    const change = statusChangesAt(session, at);
    if (change) goodUntil(change);
  }
}

/** The next session that will take place, for the first pages of residents and office. */
export async function getNextSession(viewer: Viewer): Promise<NextSession | null> {
  showsTags(FORUM_TAGS.sessions);
  const at = now();
  const rows = await db.forumSession.findMany({
    where: { endsAt: { gt: at }, state: { in: ['PLANNED', 'INVITED', 'RUNNING'] } },
    orderBy: { startsAt: 'asc' },
    take: 1,
    select: { ...summary, registrationDeadline: true, agenda: { select: { minutes: true } } },
  });
  noteExpiry(rows, at);
  const [row] = await withSlugs(viewer, rows);
  if (!row) return null;
  const { agenda, ...session } = row;
  const isFull = freeSeats(await countSeats(session.id)) === 0;
  return {
    ...session,
    wayIn: wayIn(signUpStatus(session, at), isFull),
    agendaMinutes: agenda.reduce((sum, { minutes }) => sum + minutes, 0),
    lengthMinutes: minutesBetween(session.startsAt, session.endsAt),
  };
}

const SHOWN_IN_LIST = 60;

/** What the forum's own page shows: the next session first, then the others. */
export async function getForumOverview(viewer: Viewer): Promise<ForumOverview> {
  showsTags(FORUM_TAGS.sessions);
  const at = now();
  const rows = await db.forumSession.findMany({
    orderBy: { startsAt: 'desc' },
    take: SHOWN_IN_LIST,
    select: {
      ...summary,
      registrationDeadline: true,
      attended: true,
      decisions: { where: { result: 'adopted' }, select: { text: true } },
    },
  });
  noteExpiry(rows, at);
  const sessions: SessionInList[] = (await withSlugs(viewer, rows)).map(
    ({ decisions, ...session }) => ({ ...session, recommended: decisions.map(({ text }) => text) }),
  );
  const isAhead = (session: SessionInList) =>
    signUpStatus(session, at) === 'cancelled'
      ? session.endsAt > at
      : signUpStatus(session, at) !== 'over';
  const ahead = sessions.filter(isAhead).reverse();
  const next = ahead.find((session) => isComing(session, at));
  return {
    next: next ? { ...next, seats: await countSeats(next.id) } : null,
    upcoming: ahead.filter((session) => session !== next),
    past: sessions.filter((session) => !isAhead(session)),
  };
}

/** One session with everything public about it; null when there is none of this number. */
export async function getSession(viewer: Viewer, number: number): Promise<SessionDetails | null> {
  showsTags(FORUM_TAGS.sessions, PROPOSALS_TAGS.lists);
  const at = now();
  const rows = await db.forumSession.findMany({
    where: { number },
    select: {
      ...summary,
      registrationDeadline: true,
      fallbackPlace: true,
      access: true,
      childCare: true,
      liftService: true,
      translation: true,
      moderator: true,
      moderatorId: true,
      moderatorNamed: true,
      minutesState: true,
      minutesSince: true,
      note: true,
      callOffReason: true,
      attended: true,
      votingResidents: true,
    },
  });
  const [found] = await withSlugs(viewer, rows);
  if (!found) return null;
  noteExpiry(rows, at);
  const { moderatorId, moderatorNamed, minutesState, minutesSince, ...session } = found;
  const name = moderatorNamed && moderatorId ? await nameOf(moderatorId) : '';
  return {
    ...session,
    moderator: name === '' ? session.moderator : `${name} (${session.moderator})`,
    minutes: areMinutesPublic(minutesState)
      ? {
          isConfirmed: minutesState === 'CONFIRMED',
          since: minutesSince,
          items: await listMinutesItems(session.id),
        }
      : null,
    agenda: await listAgenda(session.id),
    decisions: await listDecisions(session.id),
    turnoutCorrections: (await listCorrections([session.id], 'TURNOUT')).get(session.id) ?? [],
    reasonCorrections: await listReasonCorrections(session),
    tasks: await listTasks(session.id),
    seats: await countSeats(session.id),
  };
}

async function nameOf(userId: string): Promise<string> {
  showsTags(ACCOUNTS_TAGS.names);
  const user = await db.user.findUnique({ where: { id: userId }, select: { displayName: true } });
  return user?.displayName ?? '';
}

/** When and why it was corrected why a session is called off or put off: of the reason that stands now. */
export const listReasonCorrections = publicly(
  async ({ id, state }: Pick<SignUpTimes, 'state'> & { id: string }): Promise<Corrected[]> => {
    if (!isCalledOff(state)) return [];
    const corrected = (await listCorrections([id], 'SESSION_OFF')).get(id) ?? [];
    if (corrected.length === 0) return [];
    const { calledOffAt } = await db.forumSession.findUniqueOrThrow({
      where: { id },
      select: { calledOffAt: true },
    });
    return corrected.filter(({ at }) => calledOffAt === null || at >= calledOffAt);
  },
);

/** As little as the sign-up form shows; never kept, because what it says changes fast. */
export const getSessionHead = publicly(async (number: number): Promise<SessionHead | null> => {
  const head = await db.forumSession.findUnique({
    where: { number },
    select: {
      id: true,
      version: true,
      number: true,
      title: true,
      place: true,
      callOffReason: true,
      state: true,
      startsAt: true,
      endsAt: true,
      registrationDeadline: true,
      attended: true,
      votingResidents: true,
      minutesState: true,
      stepFrom: true,
      stepAt: true,
    },
  });
  return head && { ...head, reasonCorrections: await listReasonCorrections(head) };
});
