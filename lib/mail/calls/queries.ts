import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { listEarlier } from '@/lib/audit/corrections/queries';
import type { EarlierVersion } from '@/lib/audit/corrections/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/uuid.mjs';
import type { Prisma } from '@/prisma/generated/client';
import { MAIL_RIGHTS } from '../access';
import { byPerson, byPress } from './rules';
import type { CallItem, CallList } from './types';

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

/** Calls and letters owed, by person, the most urgent first, and what was done since yesterday. */
export const listCalls = sameFor(MAIL_RIGHTS.tell, async (): Promise<CallList> => {
  const open: CallItem[] = await db.callListItem.findMany({
    where: owed(),
    orderBy: MOST_URGENT,
    take: MOST_SHOWN,
    select: columns,
  });
  const done: CallItem[] = await db.callListItem.findMany({
    where: { doneAt: { gt: new Date(now().getTime() - DAY_MS) } },
    orderBy: [{ doneAt: 'desc' }, { createdAt: 'asc' }],
    take: MOST_SHOWN,
    select: columns,
  });
  return {
    phone: byPerson(open.filter(({ kind }) => kind === 'PHONE')),
    letters: byPerson(open.filter(({ kind }) => kind === 'LETTER')),
    done: byPress(done),
  };
});

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

/** One letter, or all that are owed, to be printed. @throws NOT_FOUND */
export const listLettersToPrint = sameFor(
  MAIL_RIGHTS.tell,
  async (id: string | null): Promise<CallItem[]> => {
    if (id !== null && !isUuid(id)) throw new AppError('NOT_FOUND');
    const rows: CallItem[] = await db.callListItem.findMany({
      where: { kind: 'LETTER', ...(id === null ? owed() : { id }) },
      orderBy: MOST_URGENT,
      take: MOST_SHOWN,
      select: columns,
    });
    if (id !== null && rows.length === 0) throw new AppError('NOT_FOUND');
    return byPerson(rows).flatMap(({ items }) => items);
  },
);
