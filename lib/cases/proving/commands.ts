import 'server-only';
import { command } from '@/lib/accounts/command';
import { byCode } from '@/lib/core/code-look-up';
import { db } from '@/lib/core/db';
import { ok, refused } from '@/lib/core/result';
import { hashesOf } from '@/lib/core/tokens';
import { CASE_RIGHTS } from '../access';
import { linkState, PROOF_LINK } from './rules';
import type { ProveAddressInput } from './schema';
import { mailWhatIsOwed } from './steps';

/**
 * Whoever reads what is mailed to an address says that it is theirs: from now on what there is to say about the
 * case goes there, what waits on the call list at once. The link works once, and pressed again it says the same.
 */
export const proveAddress = command(
  {
    right: CASE_RIGHTS.prove,
    // The row itself keeps when; who it was is the address.
    audit: [],
    tags: [],
    // Guesses are counted outside of the transaction.
    prepare: (_visitor, { token }: ProveAddressInput) => byCode(() => caseOf(token)),
  },
  async ({ tx, at, ready: caseId }, { token }: ProveAddressInput) => {
    if (caseId === null) return refused('cases.refused.unknownLink');
    const linkHash = { in: hashesOf(PROOF_LINK, token) };
    const proven = await tx.unprovenAddress.updateMany({
      where: { linkHash, provenAt: null, linkEndsAt: { gt: at } },
      data: { provenAt: at },
    });
    if (proven.count === 1) {
      await mailWhatIsOwed(tx, caseId);
      return ok(null);
    }
    const row = await tx.unprovenAddress.findFirst({ where: { linkHash } });
    const state = linkState(row, at);
    if (state === 'proven') return ok(null);
    return refused(`cases.refused.${state === 'ended' ? 'linkEnded' : 'unknownLink'}`);
  },
);

async function caseOf(token: string): Promise<string | null> {
  const linkHash = { in: hashesOf(PROOF_LINK, token) };
  const row = await db.unprovenAddress.findFirst({ where: { linkHash }, select: { caseId: true } });
  return row?.caseId ?? null;
}
