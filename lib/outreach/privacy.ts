import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import { inTransaction, type Tx } from '@/lib/core/db';
import { ok, type Result } from '@/lib/core/result';
import { keptWholeFrom } from './statistics/figures';
import { countClosedQuarters } from './statistics/jobs';

/**
 * After twelve months, of contacts only numbers, day, district and kind of place are left, and of rounds what everybody
 * could read: notes, places and topics of talks, mood and what came of them, what was learnt, what was taken along,
 * who went, the stops of rounds nobody announced, which contacts were deleted, and place and reason of rounds nobody announced are gone. Part of the daily
 * sweep, safe to repeat.
 */
export async function forgetOldOutreach(): Promise<Result<{ contacts: number; rounds: number }>> {
  const day = dayColumn(keptWholeFrom());
  return inTransaction(async (tx) => {
    // What is counted is counted before it is emptied.
    await countClosedQuarters(tx);
    const contacts = await tx.outreachContact.updateMany({
      where: {
        day: { lt: day },
        OR: [
          ...[{ note: { not: '' } }, { place: { not: '' } }, { mood: { not: null } }],
          ...[{ topicIds: { isEmpty: false } }, { outcomes: { isEmpty: false } }],
        ],
      },
      data: { note: '', place: '', topicIds: [], mood: null, outcomes: [] },
    });
    const rounds = await tx.outreachRound.updateMany({
      where: { localDate: { lt: day }, OR: [{ learnt: { not: '' } }, { materials: { not: '' } }] },
      data: { learnt: '', materials: '' },
    });
    // A dash: the database wants a place, and a reason of what was called off.
    await tx.outreachRound.updateMany({
      where: { localDate: { lt: day }, announced: false, place: { not: '–' } },
      data: { place: '–' },
    });
    await tx.outreachRound.updateMany({
      where: { localDate: { lt: day }, announced: false, reason: { notIn: ['', '–'] } },
      data: { reason: '–' },
    });
    await tx.outreachStop.deleteMany({
      where: { round: { localDate: { lt: day }, announced: false } },
    });
    await tx.outreachDeletedContact.deleteMany({ where: { day: { lt: day } } });
    await tx.outreachWalker.deleteMany({ where: { round: { localDate: { lt: day } } } });
    await mixContacts(tx);
    return ok({ contacts: contacts.count, rounds: rounds.count });
  });
}

/**
 * Writes all contacts anew, in no order and by one writer, so that the storage does not say from then on which of them
 * came when or beside what. Until then, and in copies of the storage that were made before, it does.
 */
async function mixContacts(tx: Tx): Promise<void> {
  const [found] = await tx.$queryRaw<{ writers: number }[]>`
    SELECT count(DISTINCT xmin::text)::int AS writers FROM outreach_contacts`;
  if ((found?.writers ?? 0) < 2) return;
  // Whoever deletes or changes one meanwhile waits for all of it, and then finds it: a row alone would be gone for them.
  await tx.$executeRaw`LOCK TABLE outreach_contacts IN SHARE ROW EXCLUSIVE MODE`;
  // The sorting makes sure that everything is taken out before anything is put back.
  await tx.$executeRaw`
    WITH taken AS (DELETE FROM outreach_contacts RETURNING *)
    INSERT INTO outreach_contacts (id, day, district_id, setting, place, contacts, first_contacts, not_met, age_to5,
      age_to13, age_to17, age_to64, age_from65, topic_ids, mood, outcomes, note, version)
    SELECT id, day, district_id, setting, place, contacts, first_contacts, not_met, age_to5,
      age_to13, age_to17, age_to64, age_from65, topic_ids, mood, outcomes, note, version
    FROM taken ORDER BY gen_random_uuid()`;
}
