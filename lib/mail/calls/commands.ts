import 'server-only';
import { command } from '@/lib/accounts/command';
import { correctTyped } from '@/lib/audit/corrections/steps';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused, refusedAnew } from '@/lib/core/result';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { getOffice } from '@/lib/settings/queries';
import { MAIL_RIGHTS } from '../access';
import { callBy } from '../call-by';
import { withLine } from './rules';
import type { CorrectNoteInput, DescribeCallInput, NoteCallInput, PutBackInput } from './schema';

interface Held {
  id: string;
  note: string;
  wording: number;
  doneAt: Date | null;
  doneById: string | null;
  caseId: string | null;
  aboutId: string | null;
  accountId: string | null;
  createdAt: Date;
  endsAt: Date | null;
  goesWhenDone: boolean;
}

const { tell } = MAIL_RIGHTS;

interface Noted {
  /** One of them. */
  id: string;
  /** Somebody else of the office had told the person all of it before. */
  earlier: boolean;
  /** All that was done now is deleted. */
  gone: boolean;
}

/**
 * Somebody was told, or could not be reached and is called again on the next working day. Two of the
 * office telling the same person twice is what this list is there to prevent: the second one learns it.
 * So does whoever told somebody what was to be said otherwise meanwhile, or called a number that was wrong.
 * What was promised outdoors is deleted with the call: who it was for is kept for nothing else.
 */
export const noteCall = command(
  { right: tell, audit: ['call.made', 'call.putOff'], tags: [] },
  async (given, input: NoteCallInput): Promise<Result<Noted>> => {
    const { tx, actor, at, note, unchanged } = given;
    const { holidayRegion } = await getOffice({ locale: 'de' });
    const { told } = input;
    const items = await lockItems(
      tx,
      told.map(({ id }) => id),
    );
    const open = items.filter(({ doneAt }) => doneAt === null);
    const isAsRead = (item: Held) =>
      told.some(({ id, wording }) => id === item.id && wording === item.wording);
    if (!open.every(isAsRead)) return refusedAnew('office.calls.error.reworded');
    if (open.length === 0) unchanged();
    const isDone = input.outcome === 'done';
    for (const item of open) {
      const data = isDone
        ? { doneAt: at, doneById: actor.id }
        : await triedInVain(item, at, holidayRegion);
      if (goesWith(item, input)) await forget(tx, item.id);
      else await tx.callListItem.update({ where: { id: item.id }, data, select: { id: true } });
      await note(isDone ? 'call.made' : 'call.putOff', item.id);
    }
    return ok(cameOf(items, input, actor.id));
  },
);

/** What was done by mistake waits on the list again, unless it is no longer so. */
export const putCallBack = command(
  { right: tell, audit: ['call.putBack'], tags: [] },
  async ({ tx, at, note, unchanged }, input: PutBackInput): Promise<Result<{ id: string }>> => {
    const items = await lockItems(tx, input.ids);
    const done = items.filter(({ doneAt }) => doneAt !== null);
    const back: Held[] = [];
    for (const item of done) if (!(await isOvertaken(tx, item, at))) back.push(item);
    if (done.length > 0 && back.length === 0) return refused('office.calls.error.overtaken');
    if (done.length === 0) unchanged();
    for (const { id } of back) {
      await tx.callListItem.update({
        where: { id },
        data: { doneAt: null, doneById: null },
        select: { id: true },
      });
      await note('call.putBack', id);
    }
    return ok({ id: items[0]?.id ?? '' });
  },
);

/** A remark about a call that was made: "Tochter richtet es aus". */
export const describeCall = command(
  { right: tell, audit: ['call.described'], tags: [] },
  async ({ tx, note }, input: DescribeCallInput): Promise<Result<{ id: string }>> => {
    const item = await lockItem(tx, input.id);
    const words = withLine(item.note, input.note);
    await tx.callListItem.update({
      where: { id: item.id },
      data: { note: words, version: { increment: 1 } },
      select: { id: true },
    });
    await note('call.described', item.id);
    return ok({ id: item.id });
  },
);

/** What the office noted about a call, put right: whoever notes something meanwhile is not overwritten. */
export const correctNote = command(
  { right: tell, audit: ['call.corrected'], tags: [] },
  async ({ tx, at, note }, input: CorrectNoteInput): Promise<Result<{ id: string }>> => {
    const item = await lockItem(tx, input.id);
    const where = { id: item.id };
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'CALL', audience: 'INTERNAL' },
      {
        rows: tx.callListItem,
        read: async () => ({ note: item.note }),
        to: { note: input.note },
        write: () =>
          tx.callListItem.update({ where, data: { note: input.note }, select: { id: true } }),
      },
    );
    if (refusal) return refusal;
    await note('call.corrected', item.id);
    return ok({ id: item.id });
  },
);

const goesWith = ({ goesWhenDone }: Held, { outcome }: NoteCallInput) =>
  outcome === 'done' && goesWhenDone;

/** @param items as they were before */
function cameOf(items: readonly Held[], input: NoteCallInput, who: string): Noted {
  const open = items.filter(({ doneAt }) => doneAt === null);
  const kept = open.filter((item) => !goesWith(item, input));
  const [first] = kept.length > 0 ? kept : items;
  return {
    id: first?.id ?? '',
    earlier: open.length === 0 && items.every(({ doneById }) => doneById !== who),
    gone: open.length > 0 && kept.length === 0,
  };
}

/** With what stood in its note before that was corrected. */
async function forget(tx: Tx, id: string): Promise<void> {
  await tx.correction.deleteMany({ where: { kind: 'CALL', subjectId: id } });
  await tx.callListItem.delete({ where: { id }, select: { id: true } });
}

/** What was told is no longer so: something newer was to be told after it, or what it is about is over. */
async function isOvertaken(tx: Tx, item: Held, at: Date): Promise<boolean> {
  const { caseId, aboutId, accountId, createdAt, endsAt } = item;
  if (endsAt !== null && endsAt <= at) return true;
  if (caseId === null && aboutId === null) return false;
  const newer = await tx.callListItem.count({
    where: {
      ...{ createdAt: { gt: createdAt }, caseId },
      // Of a poll many are told, one batch after the other: what is newer for somebody else changes nothing.
      ...(caseId === null ? { accountId } : {}),
      // A correction of what was told about the case comes by itself; what has an end is a date of its own.
      OR: [{ aboutId }, ...(caseId ? [{ aboutId: { not: null }, endsAt: null }] : [])],
    },
  });
  return newer > 0;
}

/** In one order, so that two who press at the same time wait for each other. @throws NOT_FOUND */
async function lockItems(tx: Tx, ids: readonly string[]): Promise<Held[]> {
  const items = await tx.$queryRaw<Held[]>`
    SELECT id::text, note, wording, done_at AS "doneAt", done_by_id::text AS "doneById", case_id::text AS "caseId",
      about_id::text AS "aboutId", account_id::text AS "accountId", created_at AS "createdAt", ends_at AS "endsAt",
      goes_when_done AS "goesWhenDone"
    FROM call_list_items WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  if (items.length === 0) throw new AppError('NOT_FOUND');
  return items;
}

async function lockItem(tx: Tx, id: string): Promise<Held> {
  const [item] = await lockItems(tx, [id]);
  if (!item) throw new AppError('NOT_FOUND');
  return item;
}

/** The note is for the office, so it is in German whoever reads the page in which language. */
async function triedInVain(
  item: Held,
  at: Date,
  region: string,
): Promise<{ note: string; dueAt: Date; version: { increment: 1 } }> {
  const when = longDateTime(at, 'de');
  const line = await sentence('de', 'office.calls.triedInVain', { when });
  return {
    note: withLine(item.note, line),
    version: { increment: 1 },
    dueAt: callBy(at, region, item.endsAt),
  };
}
