import 'server-only';
import { forgetVersion, keepEarlier } from '@/lib/audit/corrections/steps';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import { isCalledOff } from '@/lib/forum/sessions/rules';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { rewordCallsAbout, rewordMailsAbout } from '@/lib/mail/recalling/steps';
import { rewordCalls } from '@/lib/mail/steps';
import { nameProblem } from '@/lib/outreach/traces/rules';

interface ReasonInput {
  /** The version the page showed; it is taken already. */
  version: number;
  /** What is to stand there; not given: the form did not ask for it. */
  callOffReason?: string | undefined;
  /** Why it is corrected, which everybody reads. */
  reason: string;
  forget: boolean;
}

const LEAST_WHY = 5;

/**
 * Other words for why a session is called off or put off, in a session that is held. Everybody reads when and why; what
 * stood there is kept, and calls not made and mails not sent yet say the right words.
 * @param session as it is to be: with a new date it has no reason
 */
export async function correctReason(
  { tx, at }: { tx: Tx; at: Date },
  { id, state }: LockedSession,
  { version, callOffReason: right, reason, forget }: ReasonInput,
): Promise<Refused | null> {
  if (!isCalledOff(state) || right === undefined) return null;
  const { callOffReason: before } = await tx.forumSession.findUniqueOrThrow({
    where: { id },
    select: { callOffReason: true },
  });
  if (before === right) return null;
  const named = nameProblem({ callOffReason: right, reason });
  if (named) return named;
  if (reason.length < LEAST_WHY) return refused('audit.correction.error.reason', {}, 'reason');
  const kept = { kind: 'SESSION_OFF', subjectId: id, version, at, reason } as const;
  const earlier = { call_off_reason: before };
  await keepEarlier(tx, { ...kept, audience: 'PUBLIC', earlier });
  const data = { callOffReason: right };
  await tx.forumSession.update({ where: { id }, data, select: { id: true } });
  if (forget) await forgetVersion(tx, id, version);
  // What was said without a reason is not told by one.
  if (before !== '') await rewordTold(tx, id, { before, now: right });
  return null;
}

/** Whoever signed up, moderates, or has a proposal on the agenda. */
async function rewordTold(
  tx: Tx,
  id: string,
  words: { before: string; now: string },
): Promise<void> {
  const signedUp = await tx.registration.findMany({
    where: { sessionId: id },
    select: { id: true },
  });
  // Whoever moderates is called as of the session.
  await rewordCalls(tx, [id, ...signedUp.map((one) => one.id)], words);
  await rewordCallsAbout(tx, id, words);
  await rewordMailsAbout(tx, [id], words);
}
