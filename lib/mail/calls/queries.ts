import 'server-only';
import { reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { MAIL_RIGHTS } from '../access';
import { byUrgency } from './rules';
import type { CallItem, CallList } from './types';

const MOST_SHOWN = 300;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
} as const;

/** Calls and letters owed, the most urgent first, and what was done since yesterday. */
export const listCalls = reading(MAIL_RIGHTS.tell, async (): Promise<CallList> => {
  const rows: CallItem[] = await db.callListItem.findMany({
    where: { OR: [{ doneAt: null }, { doneAt: { gt: new Date(now().getTime() - DAY_MS) } }] },
    orderBy: [{ doneAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'asc' }],
    take: MOST_SHOWN,
    select: columns,
  });
  const open = rows.filter(({ doneAt }) => doneAt === null).sort(byUrgency);
  return {
    phone: open.filter(({ kind }) => kind === 'PHONE'),
    letters: open.filter(({ kind }) => kind === 'LETTER'),
    done: rows.filter(({ doneAt }) => doneAt !== null),
  };
});

/** One letter, or all that are owed, to be printed. @throws NOT_FOUND */
export const listLettersToPrint = reading(
  MAIL_RIGHTS.tell,
  async (_actor, id: string | null): Promise<CallItem[]> => {
    if (id !== null && !UUID.test(id)) throw new AppError('NOT_FOUND');
    const rows: CallItem[] = await db.callListItem.findMany({
      where: { kind: 'LETTER', ...(id === null ? { doneAt: null } : { id }) },
      orderBy: { createdAt: 'asc' },
      take: MOST_SHOWN,
      select: columns,
    });
    if (id !== null && rows.length === 0) throw new AppError('NOT_FOUND');
    return rows.sort(byUrgency);
  },
);
