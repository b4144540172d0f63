import 'server-only';
import { noteUse } from '@/lib/accounts/steps';
import type { Tx } from '@/lib/core/db';
import { ok, type Result, refused } from '@/lib/core/result';

/**
 * Before somebody's right is used at a desk: not the office's own people, partners or funders; and
 * where they live is stored once, as they declared it. Their account counts as used on this day.
 */
export async function prepareVoter(
  tx: Tx,
  userId: string,
  district: string | null,
): Promise<Result<null>> {
  const roles = await tx.roleGrant.count({ where: { userId, role: { not: 'REPRESENTATIVE' } } });
  if (roles > 0) return refused('voting.refused.mayNot');
  await noteUse(tx, userId);
  if (district !== null) {
    await tx.user.updateMany({
      where: { id: userId, districtId: null },
      data: { districtId: district },
    });
  }
  return ok(null);
}
