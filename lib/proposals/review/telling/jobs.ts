import 'server-only';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import type { Round } from '@/lib/cases/telling/types';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { localized } from '@/lib/core/paths';
import { ok } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/steps';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMails } from '@/lib/mail/steps';
import { finishedMail } from '../../emails/step-taken';
import { proposalsPaths } from '../../paths';
import { HEARS_AS_AUTHOR, joinedTo } from '../../supporting/fragments';
import { settledAt } from '../undoing/rules';

/**
 * Everybody who supported a proposal hears that it has become real, when it cannot be taken back any more: a job that
 * comes before, because the queue was lost meanwhile, comes once more then.
 */
export async function tellSupportersOf(tellingId: string): Promise<void> {
  if (!(await waitsForItsDay(tellingId))) await tellInBatches(tellingId, tellSupporters);
}

/** The clock of the database, which starts jobs, may be a moment ahead of this one. */
const AGAIN_MS = 60_000;

async function waitsForItsDay(tellingId: string): Promise<boolean> {
  const at = now();
  const waits = await inTransaction(async (tx) => {
    const [round] = await tx.$queryRaw<{ detail: string; since: Date }[]>`
      SELECT telling.detail, p.state_since AS since
      FROM tellings AS telling JOIN proposals p ON p.id = telling.subject_id
      WHERE telling.id = ${tellingId}::uuid AND telling.detail <> '' AND p.state = 'DONE'`;
    if (round?.detail !== round?.since.toISOString()) return ok(false);
    const settled = round ? settledAt(round.since) : at;
    if (settled <= at) return ok(false);
    const again = Math.max(settled.getTime(), at.getTime() + AGAIN_MS);
    await addJob(tx, 'tell-supporters', { tellingId }, new Date(again));
    return ok(true);
  });
  return waits.ok && waits.value;
}

interface Supporter {
  id: string;
  email: string | null;
  locale: string;
  /** Number of the one they supported; of several that are joined the lead. */
  own: number;
  /** Its author, or that of one joined to it, by their account or their address, who is told as such. */
  wrote: boolean;
}

/** Each of them once, whichever of those that are joined they supported. */
async function supportersAfter(tx: Tx, { subjectId, after }: Round, most: number) {
  return await tx.$queryRaw<Supporter[]>`
    ${joinedTo([subjectId])}
    SELECT DISTINCT ON (u.id) u.id::text, u.email, u.locale, p.number AS own,
      EXISTS (SELECT FROM joined j JOIN proposals mine ON mine.id = j.id
        WHERE ${HEARS_AS_AUTHOR}) AS wrote
    FROM joined JOIN proposal_supports s ON s.proposal_id = joined.id
      JOIN users u ON u.id = s.user_id JOIN proposals p ON p.id = joined.id
    WHERE ${after}::uuid IS NULL OR u.id > ${after}::uuid
    ORDER BY u.id, (joined.id = joined.root) DESC, p.number LIMIT ${most}`;
}

/** Tells the next of those who supported a proposal and have an address: once, that it has become real. */
export async function tellSupporters(tx: Tx, round: Round, most: number): Promise<string | null> {
  const proposal = await tx.proposal.findUnique({
    where: { id: round.subjectId },
    select: { number: true, title: true, resultNote: true, state: true, stateSince: true },
  });
  // Whoever took it back meanwhile has told nobody that it is there; finished anew it is told by that.
  if (proposal?.state !== 'DONE' || !isThatOf(round, proposal.stateSince)) return null;
  const supporters = await supportersAfter(tx, round, most);
  const { number, title, resultNote } = proposal;
  const readers = supporters.flatMap(({ email, wrote, ...reader }) =>
    email === null || wrote ? [] : [{ ...reader, email }],
  );
  const letters = new Map<string, Promise<MailContent>>();
  const letterTo = ({ locale, own }: Pick<Supporter, 'locale' | 'own'>) => {
    const path = localized(locale, proposalsPaths.proposal(number));
    const key = `${locale} ${own}`;
    const letter =
      letters.get(key) ?? finishedMail(locale, { number, title, quotes: [resultNote], path, own });
    letters.set(key, letter);
    return letter;
  };
  const mails = await Promise.all(
    readers.map(async (reader) => ({ recipient: reader.email, content: await letterTo(reader) })),
  );
  await enqueueMails(tx, mails);
  return supporters.at(-1)?.id ?? null;
}

/** Those from before there was a day for second thoughts do not say when it was finished. */
const isThatOf = ({ detail }: Round, since: Date) =>
  detail === '' || detail === since.toISOString();
