import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { listEarlier } from '@/lib/audit/corrections/queries';
import type { EarlierVersion } from '@/lib/audit/corrections/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { pageOf } from '@/lib/core/pages';
import { isUuid } from '@/lib/core/uuid.mjs';
import type { Prisma } from '@/prisma/generated/client';
import { MAIL_RIGHTS } from '../access';
import { byPerson, byPress, ofEachPerson, PEOPLE_ON_A_PAGE } from './rules';
import type { CallItem, CallList } from './types';

/** Of what is done. */
const MOST_SHOWN = 300;
const columns = {
  id: true,
  kind: true,
  person: true,
  contact: true,
  subject: true,
  message: true,
  link: true,
  dueAt: true,
  createdAt: true,
  doneAt: true,
  note: true,
  version: true,
  wording: true,
  accountId: true,
} as const;

const MOST_URGENT = [
  { dueAt: 'asc' },
  { createdAt: 'asc' },
] satisfies Prisma.CallListItemOrderByWithRelationInput[];

/** Not made yet, and still of use. */
const owed = () => ({ doneAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now() } }] });

/** Enough of each to know whose it is. */
const whose = { id: true, contact: true, accountId: true } as const;

type Kind = CallItem['kind'];

/** Ids of all that people are owed, by person, the most urgent first; nobody is parted by the end of a page. */
async function owedTo(kind: Kind): Promise<string[][]> {
  const rows = await db.callListItem.findMany({
    where: { kind, ...owed() },
    orderBy: MOST_URGENT,
    select: whose,
  });
  return ofEachPerson(rows).map((items) => items.map(({ id }) => id));
}

/** All that these people are owed. */
const readAll = (people: readonly string[][]): Promise<CallItem[]> =>
  db.callListItem.findMany({
    where: { id: { in: people.flat() } },
    orderBy: MOST_URGENT,
    select: columns,
  });

/**
 * Calls and letters owed, by person, the most urgent first, and what was done since yesterday.
 * @param asked page of both, as it stands in an address
 */
export const listCalls = sameFor(
  MAIL_RIGHTS.tell,
  async (asked: unknown = 1): Promise<CallList> => {
    const [phone, letters] = await Promise.all([owedTo('PHONE'), owedTo('LETTER')]);
    const lengths = [phone.length, letters.length];
    const { rows, ...place } = pageOf(lengths, Number(asked), PEOPLE_ON_A_PAGE);
    const onPage = (people: string[][]) => readAll(people.slice(rows.skip, rows.skip + rows.take));
    return {
      ...place,
      ...{ phone: byPerson(await onPage(phone)), letters: byPerson(await onPage(letters)) },
      people: { phone: phone.length, letters: letters.length },
      ...(await doneSinceYesterday()),
    };
  },
);

/** The last of it; a press that may not be there as a whole is not. */
async function doneSinceYesterday(): Promise<Pick<CallList, 'done' | 'doneLeft'>> {
  const where = { doneAt: { gt: new Date(now().getTime() - DAY_MS) } };
  const items: CallItem[] = await db.callListItem.findMany({
    where,
    orderBy: [{ doneAt: 'desc' }, { createdAt: 'asc' }],
    take: MOST_SHOWN + 1,
    select: columns,
  });
  const presses = byPress(items);
  const done = items.length > MOST_SHOWN && presses.length > 1 ? presses.slice(0, -1) : presses;
  const total = items.length > MOST_SHOWN ? await db.callListItem.count({ where }) : items.length;
  return { done, doneLeft: total - done.flat().length };
}

/** A call or letter whose note is to be corrected, with what stood there before. @throws NOT_FOUND */
export const getNoteToCorrect = reading(
  MAIL_RIGHTS.tell,
  async (actor, id: string): Promise<{ item: CallItem; earlier: EarlierVersion[] }> => {
    const item = isUuid(id)
      ? await db.callListItem.findUnique({ where: { id }, select: columns })
      : null;
    if (!item) throw new AppError('NOT_FOUND');
    return { item, earlier: (await listEarlier(actor, [id])).get(id) ?? [] };
  },
);

/**
 * One letter, or those of one page of all that are owed, to be printed.
 * @param asked page, as it stands in an address
 * @throws NOT_FOUND
 */
export const listLettersToPrint = sameFor(
  MAIL_RIGHTS.tell,
  async (id: string | null, asked: unknown = 1): Promise<CallItem[]> => {
    if (id === null) return await lettersOnPage(Number(asked));
    const letter = isUuid(id)
      ? await db.callListItem.findFirst({ where: { id, kind: 'LETTER' }, select: columns })
      : null;
    if (!letter) throw new AppError('NOT_FOUND');
    return [letter];
  },
);

async function lettersOnPage(asked: number): Promise<CallItem[]> {
  const people = await owedTo('LETTER');
  const { skip, take } = pageOf(people.length, asked, PEOPLE_ON_A_PAGE).rows;
  return byPerson(await readAll(people.slice(skip, skip + take))).flatMap(({ items }) => items);
}
