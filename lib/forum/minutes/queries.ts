import 'server-only';
import { publicly, reading, sameFor } from '@/lib/accounts/command';
import { mayCoordinate } from '@/lib/accounts/policy';
import { SPEAKS_FOR_RESIDENTS } from '@/lib/accounts/representation/rules';
import { listCorrections } from '@/lib/audit/corrections/queries';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { FORUM_RIGHTS } from '../access';
import { howRaised } from '../agenda/rules';
import type { Raised } from '../agenda/types';
import { PUBLIC_MINUTES } from './rules';
import type {
  ComingForRepresentation,
  MinutesItem,
  MinutesView,
  RepresentedSession,
} from './types';

const HEAD = {
  number: true,
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
} as const;

/** What was written under each item, in order of the agenda, once everybody may read it. */
export const listMinutesItems = publicly(async (sessionId: string): Promise<MinutesItem[]> => {
  const items = await db.agendaItem.findMany({
    where: { sessionId, session: { minutesState: { in: PUBLIC_MINUTES } } },
    orderBy: { position: 'asc' },
    select: { id: true, ...ITEM },
  });
  return (await withCorrections(items)).map(({ id: _id, ...item }) => item);
});

const ITEM = {
  ...{ position: true, title: true, record: true },
  ...{ raisedAt: true, raisedWhy: true },
} as const;

const LINKED = {
  select: { proposal: { select: { number: true, title: true } } },
  orderBy: { proposal: { number: 'asc' } },
} as const;

const toItem = <Item extends Raised>({ raisedAt, raisedWhy, ...item }: Item) => ({
  ...item,
  ...howRaised({ raisedAt, raisedWhy }),
});

/** What was added later may have been corrected; when and why everybody reads who reads the minutes. */
async function withCorrections<Item extends Raised & { id: string }>(items: readonly Item[]) {
  const added = items.filter((item) => howRaised(item).late !== null);
  const corrections = await listCorrections(added.map(({ id }) => id));
  return items.map((item) => ({ ...toItem(item), corrections: corrections.get(item.id) ?? [] }));
}

/** Minutes in any state for the office; for the representation once they were handed over. */
export const getMinutes = reading(
  FORUM_RIGHTS.readMinutes,
  async (visitor, number: number): Promise<MinutesView> => {
    const office = mayCoordinate(visitor);
    const row = await db.forumSession.findFirst({
      where: office ? { number } : { number, minutesState: { notIn: ['NONE', 'DRAFT'] } },
      select: {
        ...{ ...HEAD, id: true },
        attended: true,
        votingResidents: true,
        minutesState: true,
        minutesSince: true,
        minutesReturnNote: true,
        minutesVersion: true,
        agenda: {
          orderBy: { position: 'asc' },
          select: { id: true, version: true, proposals: LINKED, ...ITEM },
        },
      },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const { id, agenda, ...rest } = row;
    const { minutesState, minutesSince, minutesReturnNote, minutesVersion, ...head } = rest;
    return {
      ...head,
      state: minutesState,
      since: minutesSince,
      returnNote: minutesReturnNote,
      version: minutesVersion,
      turnoutCorrections: (await listCorrections([id], 'TURNOUT')).get(id) ?? [],
      items: (await withCorrections(agenda)).map((item) => ({
        ...item,
        proposals: item.proposals.map(({ proposal }) => proposal),
      })),
    };
  },
);

/** Whether somebody is there who can confirm minutes. */
export const hasRepresentation = sameFor(FORUM_RIGHTS.keep, async (): Promise<boolean> => {
  return (await db.user.count({ where: SPEAKS_FOR_RESIDENTS })) > 0;
});

/** What waits for the representation: minutes to confirm, coming sessions to prepare. */
export const listForRepresentation = sameFor(
  FORUM_RIGHTS.represent,
  async (): Promise<{ minutes: RepresentedSession[]; coming: RepresentedSession[] }> => {
    const rows = await db.forumSession.findMany({
      where: {
        OR: [
          { minutesState: { in: ['SUBMITTED', 'UNCONFIRMED'] } },
          { startsAt: { gt: now() }, state: { in: ['PLANNED', 'INVITED'] } },
        ],
      },
      orderBy: { startsAt: 'asc' },
      select: { ...HEAD, minutesState: true },
    });
    const views = rows.map(({ minutesState, ...head }) => ({ ...head, state: minutesState }));
    const waits = (view: RepresentedSession) => view.state !== 'NONE' && view.state !== 'DRAFT';
    return { minutes: views.filter(waits), coming: views.filter((view) => !waits(view)) };
  },
);

/** A session that has not begun, for setting its agenda and offering to moderate. */
export const getComingForRepresentation = reading(
  FORUM_RIGHTS.represent,
  async (actor, number: number): Promise<ComingForRepresentation> => {
    const row = await db.forumSession.findFirst({
      where: { number, startsAt: { gt: now() }, state: { in: ['PLANNED', 'INVITED'] } },
      select: { ...HEAD, id: true, moderatorId: true, moderatorNamed: true },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const { moderatorId, moderatorNamed, ...head } = row;
    const isMine = moderatorId === actor.id;
    return {
      ...head,
      isMine,
      isNamed: isMine && moderatorNamed,
      isTaken: moderatorId !== null && !isMine,
    };
  },
);
