import 'server-only';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { log } from '@/lib/core/log.mjs';
import { ok, type Result, refused, refusedAndNoted } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMail } from '@/lib/mail/steps';
import { getOffice } from '@/lib/settings/queries';
import { ACCOUNT_RIGHTS } from '../access';
import { command } from '../command';
import { beginAsStaff, lockAdmins, mayLeaveCounselling, removeSecondFactor } from '../steps';
import type { Role } from '../types';
import { factorResetMail, rightsMail } from './emails/rights';
import { rightsSeen } from './rules';

/** Finds an account by its exact address; who looked for whom is written down, found or not. */
export const findPerson = command(
  {
    right: ACCOUNT_RIGHTS.administrate,
    audit: ['person.found', 'person.lookedForInVain'],
    tags: [],
  },
  async ({ tx, actor, note }, email: string): Promise<Result<{ id: string }>> => {
    const row = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!row) {
      await note('person.lookedForInVain', actor.id);
      return refusedAndNoted('accounts.refused.personUnknown', {}, 'email');
    }
    await note('person.found', row.id);
    return ok({ id: row.id });
  },
);

const ROLES = Object.keys({
  COORDINATOR: 1,
  COUNSELLOR: 1,
  PARTNER: 1,
  REPRESENTATIVE: 1,
  FUNDER: 1,
  ADMIN: 1,
} satisfies Record<Role, 1>) as Role[];
const given = (role: Role) => `role.given.${role}` as const;
const taken = (role: Role) => `role.taken.${role}` as const;

interface Rights {
  person: string;
  /** What the page showed, see `rightsSeen`. */
  seen: string;
  roles: Role[];
  partner: string;
}

/**
 * Gives somebody exactly these rights. What is taken away is gone on the person's next click; who
 * becomes staff signs in anew, so that the shorter session and the second step hold.
 */
export const setRoles = command(
  {
    right: ACCOUNT_RIGHTS.changeRights,
    audit: [...ROLES.map(given), ...ROLES.map(taken)],
    tags: [],
  },
  async ({ tx, actor, at, note, unchanged }, input: Rights): Promise<Result<null>> => {
    if (input.person === actor.id) {
      log('warn', 'people.ownRightsRefused');
      return refused('accounts.refused.ownRights');
    }
    await lockAdmins(tx);
    // Another admin may have taken this one's right while it waited for the lock.
    await requireStillAdmin(tx, actor);
    const { roles: before, partnerId: actsFor, ...person } = await rightsOf(tx, input.person);
    if (input.seen !== rightsSeen(before, actsFor)) return refused(CHANGED_MEANWHILE);
    const gone = before.filter((role) => !input.roles.includes(role));
    const added = input.roles.filter((role) => !before.includes(role));
    if (!(await mayLose(tx, input.person, gone)))
      return refused('accounts.refused.lastCounsellorGoes', {}, 'roles');
    await beginAsStaff(tx, input.person, added);
    await tx.roleGrant.deleteMany({ where: { userId: input.person, role: { in: gone } } });
    await tx.roleGrant.createMany({
      data: added.map((role) => ({ userId: input.person, role, grantedAt: at })),
      skipDuplicates: true,
    });
    const partnerId = input.roles.includes('PARTNER') ? input.partner : null;
    await tx.user.update({
      where: { id: input.person },
      data: { partnerId },
      select: { id: true },
    });
    const moved = partnerId !== actsFor;
    // To act for another one is to lose what was of the first and to get what is of the second.
    const between: Role[] = moved && actsFor && partnerId ? ['PARTNER'] : [];
    for (const role of [...gone, ...between]) await note(taken(role), input.person);
    for (const role of [...added, ...between]) await note(given(role), input.person);
    if (gone.length + added.length + between.length === 0) {
      unchanged();
      return ok(null);
    }
    const partner = moved ? await nameOfPartner(tx, partnerId) : '';
    await tell(tx, person, (phone, locale) =>
      rightsMail({ given: added, taken: gone, actsFor: partner }, phone, locale),
    );
    return ok(null);
  },
);

const mayLose = async (tx: Tx, person: string, gone: readonly Role[]): Promise<boolean> =>
  !gone.includes('COUNSELLOR') || mayLeaveCounselling(tx, person);

async function nameOfPartner(tx: Tx, id: string | null): Promise<string> {
  if (id === null) return '';
  return (await tx.partner.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}

async function requireStillAdmin(tx: Tx, actor: { id: string }): Promise<void> {
  const grant = await tx.roleGrant.findUnique({
    where: { userId_role: { userId: actor.id, role: 'ADMIN' } },
    select: { id: true },
  });
  if (!grant) throw new AppError('NOT_FOUND');
}

async function rightsOf(tx: Tx, userId: string) {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { email: true, locale: true, partnerId: true, roles: { select: { role: true } } },
  });
  if (!user) throw new AppError('NOT_FOUND');
  return { ...user, roles: user.roles.map(({ role }) => role) };
}

type Reached = { email: string | null; locale: string };
type Written = (phone: string, locale: string) => Promise<MailContent>;

/** Whoever has no address hears it from the office, which knows them. */
async function tell(tx: Tx, { email, locale }: Reached, written: Written): Promise<void> {
  if (email === null) return;
  const { phone } = await getOffice({ locale });
  await enqueueMail(tx, email, await written(phone, locale));
}

async function endSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.userSession.deleteMany({ where: { userId } });
}

/** For somebody who lost phone and recovery codes: signed out everywhere, set up anew at the next sign-in. */
export const resetSecondFactor = command(
  { right: ACCOUNT_RIGHTS.changeRights, audit: ['second-factor.reset'], tags: [] },
  async ({ tx, actor, note }, person: string): Promise<Result<null>> => {
    if (person === actor.id) return refused('accounts.refused.ownRights');
    const reached = await rightsOf(tx, person);
    await removeSecondFactor(tx, person);
    await note('second-factor.reset', person);
    await endSessionsOf(tx, person);
    await tell(tx, reached, factorResetMail);
    return ok(null);
  },
);
