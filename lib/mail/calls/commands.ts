import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { instantOf, localDateOf, now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { getOffice } from '@/lib/settings/queries';
import { addWorkdays } from '@/lib/settings/workdays';
import { withLine } from './rules';
import type { DescribeCallInput, NoteCallInput, PutBackInput } from './schema';

const ZONE = 'Europe/Berlin';
const END_OF_OFFICE_DAY = '18:00';

interface Held {
  id: string;
  note: string;
  doneAt: Date | null;
  doneById: string | null;
}

/** Somebody was told, or could not be reached and is called again on the next working day. */
export async function noteCall(
  actor: Visitor,
  input: NoteCallInput,
): Promise<Result<{ id: string }>> {
  const staffId = staffIdOf(actor);
  const { holidayRegion } = await getOffice({ locale: 'de' });
  return await inTransaction(async (tx) => {
    const item = await lockItem(tx, input.id);
    // Two of the office telling the same person twice is what this list is there to prevent.
    if (item.doneAt !== null) {
      return item.doneById === staffId
        ? ok({ id: item.id })
        : refused('office.refused.alreadyTold');
    }
    const change =
      input.outcome === 'done'
        ? { doneAt: now(), doneById: staffId }
        : await triedInVain(item, holidayRegion);
    await tx.callListItem.update({ where: { id: item.id }, data: change, select: { id: true } });
    await recordAudit(actor, tx, input.outcome === 'done' ? 'call.made' : 'call.putOff', item.id);
    return ok({ id: item.id });
  });
}

/** What was done by mistake waits on the list again. */
export async function putCallBack(
  actor: Visitor,
  input: PutBackInput,
): Promise<Result<{ id: string }>> {
  staffIdOf(actor);
  return await inTransaction(async (tx) => {
    const item = await lockItem(tx, input.id);
    if (item.doneAt === null) return ok({ id: item.id });
    await tx.callListItem.update({
      where: { id: item.id },
      data: { doneAt: null, doneById: null },
      select: { id: true },
    });
    await recordAudit(actor, tx, 'call.putBack', item.id);
    return ok({ id: item.id });
  });
}

/** A remark about a call that was made: "Tochter richtet es aus". */
export async function describeCall(
  actor: Visitor,
  input: DescribeCallInput,
): Promise<Result<{ id: string }>> {
  staffIdOf(actor);
  return await inTransaction(async (tx) => {
    const item = await lockItem(tx, input.id);
    const note = withLine(item.note, input.note);
    await tx.callListItem.update({ where: { id: item.id }, data: { note }, select: { id: true } });
    await recordAudit(actor, tx, 'call.described', item.id);
    return ok({ id: item.id });
  });
}

function staffIdOf(actor: Visitor): string {
  if (actor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return actor.id;
}

async function lockItem(tx: Tx, id: string): Promise<Held> {
  const [item] = await tx.$queryRaw<Held[]>`
    SELECT id::text, note, done_at AS "doneAt", done_by_id::text AS "doneById"
    FROM call_list_items WHERE id = ${id}::uuid FOR UPDATE`;
  if (!item) throw new AppError('NOT_FOUND');
  return item;
}

/** The note is for the office, so it is in German whoever reads the page in which language. */
async function triedInVain(item: Held, region: string): Promise<{ note: string; dueAt: Date }> {
  const when = longDateTime(now(), 'de');
  const line = await sentence('de', 'office.calls.triedInVain', { when });
  const day = addWorkdays(localDateOf(now(), ZONE), 1, region);
  return {
    note: withLine(item.note, line),
    dueAt: instantOf(`${day}T${END_OF_OFFICE_DAY}`, ZONE),
  };
}
