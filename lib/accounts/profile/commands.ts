import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { hasRecentSecondFactor, isStaff } from '../policy';
import { lockAdmins, mayLeaveCounselling } from '../steps';
import { ACCOUNTS_TAGS } from '../tags';
import type { Actor } from '../types';
import { deleteAccounts, whyItStays } from './steps';

interface ProfileInput {
  displayName: string;
  district: string;
  locale: string;
}

/** Changes one's own name as shown, district and language. */
export async function updateProfile(actor: Actor, input: ProfileInput): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    if (input.district !== '' && !(await isDistrict(tx, input.district, actor.id))) {
      return refused('form.error.choose', {}, 'district');
    }
    await tx.user.update({
      where: { id: actor.id },
      data: {
        displayName: input.displayName || null,
        districtId: input.district || null,
        locale: input.locale,
      },
      select: { id: true },
    });
    await dropPages(tx, ACCOUNTS_TAGS.names);
    return ok(null);
  });
}

/** Also the one somebody chose before the office gave it up: saving a name must not lose it. */
async function isDistrict(tx: Tx, id: string, userId: string): Promise<boolean> {
  const possible = [{ active: true }, { users: { some: { id: userId } } }];
  return (await tx.district.count({ where: { id, OR: possible } })) === 1;
}

/**
 * Deletes one's own account with everything that belongs to it alone. What was published stays without
 * the person. Not while a domain says why it stays (`leaving` of its manifest), nor while people have appointments
 * with nobody else to ring them.
 */
export async function deleteAccount(actor: Actor, locale: string): Promise<Result<null>> {
  if (isStaff(actor) && !hasRecentSecondFactor(actor, now())) {
    throw new AppError('SECOND_FACTOR_REQUIRED');
  }
  return inTransaction(async (tx) => {
    const why = await whyItStays(tx, actor.id, locale);
    if (why) return why;
    await lockAdmins(tx);
    if (await isLastAdmin(tx, actor)) return refused('accounts.refused.lastAdmin');
    if (!(await mayLeaveCounselling(tx, actor.id)))
      return refused('accounts.refused.lastCounsellor');
    const at = now();
    // A card that was left lying around must not open a new account in this one's place.
    await tx.accessCard.updateMany({ where: { userId: actor.id }, data: { voidedAt: at } });
    if (actor.email) await tx.signInCode.deleteMany({ where: { email: actor.email } });
    await deleteAccounts(tx, [actor.id]);
    if (isStaff(actor)) await recordAudit(actor, tx, 'account.deleted', actor.id);
    return ok(null);
  });
}

async function isLastAdmin(tx: Tx, actor: Actor): Promise<boolean> {
  // The rights held, not those of the area chosen just now.
  const admins = await tx.roleGrant.findMany({
    where: { role: 'ADMIN' },
    select: { userId: true },
  });
  return admins.length === 1 && admins[0]?.userId === actor.id;
}
