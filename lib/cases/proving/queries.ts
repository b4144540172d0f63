import 'server-only';
import { byKey, sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { db } from '@/lib/core/db';
import { hashesOf } from '@/lib/core/tokens';
import { MAIL_RIGHTS } from '@/lib/mail/access';
import { CASE_RIGHTS } from '../access';
import { addressState, linkState, PROOF_LINK } from './rules';
import type { LinkState, TypedAddress } from './types';

/**
 * What the link in a mail can still do. Looking changes nothing: mail programs and scanners open links, too.
 * @throws RATE_LIMITED after many wrong tries from one network
 */
export const lookAtProofLink = byKey(
  CASE_RIGHTS.prove,
  async (token: string): Promise<LinkState> => {
    const linkHash = { in: hashesOf(PROOF_LINK, token) };
    const row = await byCode(() => db.unprovenAddress.findFirst({ where: { linkHash } }));
    return linkState(row, now());
  },
);

/** Whether nobody has shown yet that the mail address of a case is theirs: then nothing of it is mailed there. */
export const isAddressUnproven = byKey(
  CASE_RIGHTS.prove,
  async (caseId: string): Promise<boolean> =>
    (await db.unprovenAddress.count({ where: { caseId, provenAt: null } })) > 0,
);

/** Of these cases those whose mail address the office typed in afterwards, and how that stands. */
export const typedAddresses = sameFor(
  MAIL_RIGHTS.tell,
  async (ids: readonly string[]): Promise<Map<string, TypedAddress>> => {
    const rows = await db.unprovenAddress.findMany({ where: { caseId: { in: [...ids] } } });
    const at = now();
    return new Map(rows.map((row) => [row.caseId, addressState(row, at)]));
  },
);
