import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { typedAddresses } from '@/lib/cases/proving/queries';
import { ITEM_CHOICES, metSince } from '@/lib/cases/sessions/fragments';
import type { ItemChoice } from '@/lib/cases/sessions/types';
import { now } from '@/lib/core/clock';
import { dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { pageOf } from '@/lib/core/pages';
import { getOffice } from '@/lib/settings/queries';
import { INITIATIVE_RIGHTS } from '../access';
import { isAwaitingOffice } from '../rules';
import type { SupportState } from '../types';
import { stateToGoBackTo } from '../undoing/rules';
import { GROUP_NAMES, REQUEST_GROUPS } from './rules';
import type { RequestGroup, RequestInOffice, RequestLine, RequestList } from './types';

const MOST_SHOWN = 200;

const promisedOn = (row: { state: SupportState; promisedFor: Date | null }) =>
  isAwaitingOffice(row.state) ? dayOrNone(row.promisedFor) : null;

/** The office's list of one group: what is promised first comes first, then what waits longest. */
export const listRequests = sameFor(
  INITIATIVE_RIGHTS.handle,
  async (group: RequestGroup, asked: number = 1): Promise<RequestList> => {
    const isOver = group === 'closed';
    const counts = await countGroups();
    const { rows: shown, ...place } = pageOf(counts[group], asked, MOST_SHOWN);
    const rows = await db.supportRequest.findMany({
      where: { state: { in: [...REQUEST_GROUPS[group]] } },
      orderBy: isOver
        ? [{ stateSince: 'desc' }, { number: 'desc' }]
        : [
            { promisedFor: { sort: 'asc', nulls: 'last' } },
            { stateSince: 'asc' },
            { number: 'asc' },
          ],
      ...shown,
      select: {
        number: true,
        title: true,
        kinds: true,
        groupName: true,
        name: true,
        districtId: true,
        state: true,
        stateSince: true,
        requestedAt: true,
        promisedFor: true,
        steps: { select: { by: true }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
      },
    });
    const { everyDistrict } = await getOffice({ locale: 'de' });
    const lines = rows.map(
      ({ groupName, name, districtId, promisedFor, steps, ...row }): RequestLine => ({
        ...row,
        who: groupName || name,
        districtName: everyDistrict.find(({ id }) => id === districtId)?.name ?? '',
        promisedOn: promisedOn({ state: row.state, promisedFor }),
        wasAnswered: row.state === 'CLARIFYING' && steps[0]?.by === 'asker',
      }),
    );
    return { lines, counts, ...place };
  },
);

async function countGroups(): Promise<Record<RequestGroup, number>> {
  const states = await db.supportRequest.groupBy({ by: ['state'], _count: { _all: true } });
  const inGroup = (group: RequestGroup) =>
    states
      .filter(({ state }) => (REQUEST_GROUPS[group] as readonly SupportState[]).includes(state))
      .reduce((sum, { _count }) => sum + _count._all, 0);
  const entries = GROUP_NAMES.map((group) => [group, inGroup(group)] as const);
  return Object.fromEntries(entries) as Record<RequestGroup, number>;
}

/** What stood on agendas of sessions that can have heard of a request: they took place after it came. The last first. */
export const listItemsThatMet = sameFor(
  INITIATIVE_RIGHTS.handle,
  async ({ requestedAt }: { requestedAt: Date }): Promise<ItemChoice[]> =>
    db.agendaItem.findMany({ where: { session: metSince(requestedAt) }, ...ITEM_CHOICES }),
);

/** One request with everything the office knows. @throws NOT_FOUND */
export const getRequest = reading(
  INITIATIVE_RIGHTS.handle,
  async (actor, number: number): Promise<RequestInOffice> => {
    const row = await db.supportRequest.findUnique({
      where: { number },
      select: {
        id: true,
        number: true,
        version: true,
        title: true,
        body: true,
        kinds: true,
        wantedFor: true,
        amountEur: true,
        districtId: true,
        groupName: true,
        name: true,
        contactKind: true,
        contactValue: true,
        channel: true,
        state: true,
        stateSince: true,
        requestedAt: true,
        promisedFor: true,
        initiative: { select: { name: true } },
        steps: {
          select: {
            to: true,
            at: true,
            by: true,
            note: true,
            audience: true,
            session: { select: { number: true } },
            agendaItemId: true,
          },
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
        },
      },
    });
    if (!row) throw new AppError('NOT_FOUND');
    const { everyDistrict } = await getOffice({ locale: 'de' });
    const { districtId, initiative, steps, promisedFor, ...rest } = row;
    return {
      ...rest,
      typedAddress: (await typedAddresses(actor, [row.id])).get(row.id) ?? null,
      districtName: everyDistrict.find((district) => district.id === districtId)?.name ?? '',
      initiativeName: initiative?.name ?? '',
      promisedOn: promisedOn({ state: row.state, promisedFor }),
      history: steps,
      isTakeBackable: stateToGoBackTo(steps, rest.kinds, now()) !== null,
    };
  },
);
