import 'server-only';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { log } from '@/lib/core/log.mjs';
import { ok, type Result, refused } from '@/lib/core/result';
import { ACCOUNT_RIGHTS } from '../access';
import { command } from '../command';
import { beginAsStaff, lockAdmins, removeSecondFactor } from '../steps';
import type { Role } from '../types';

/** Finds an account by its exact address; who looked for whom is written down, found or not. */
export const findPerson = command(
  {
    right: ACCOUNT_RIGHTS.administrate,
    audit: ['person.found', 'person.lookedForInVain'],
    tags: [],
    // In vain is written down as well, so it is said only afterwards.
    around: async (act: () => Promise<Result<{ id: string }>>) => {
      const done = await act();
      const isUnknown = done.ok && done.value.id === '';
      return isUnknown ? refused('accounts.refused.personUnknown', {}, 'email') : done;
    },
  },
  async ({ tx, actor, note }, email: string): Promise<Result<{ id: string }>> => {
    const row = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (row) await note('person.found', row.id);
    else await note('person.lookedForInVain', actor.id);
    return ok({ id: row?.id ?? '' });
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
    const before = await rolesOf(tx, input.person);
    const gone = before.filter((role) => !input.roles.includes(role));
    const added = input.roles.filter((role) => !before.includes(role));
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
    for (const role of gone) await note(taken(role), input.person);
    for (const role of added) await note(given(role), input.person);
    // Only for which partner somebody acts is another: no right was given or taken.
    unchanged();
    return ok(null);
  },
);

async function requireStillAdmin(tx: Tx, actor: { id: string }): Promise<void> {
  const grant = await tx.roleGrant.findUnique({
    where: { userId_role: { userId: actor.id, role: 'ADMIN' } },
    select: { id: true },
  });
  if (!grant) throw new AppError('NOT_FOUND');
}

async function rolesOf(tx: Tx, userId: string): Promise<Role[]> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { roles: { select: { role: true } } },
  });
  if (!user) throw new AppError('NOT_FOUND');
  return user.roles.map(({ role }) => role);
}

async function endSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.userSession.deleteMany({ where: { userId } });
}

/** For somebody who lost phone and recovery codes: signed out everywhere, set up anew at the next sign-in. */
export const resetSecondFactor = command(
  { right: ACCOUNT_RIGHTS.changeRights, audit: ['second-factor.reset'], tags: [] },
  async ({ tx, actor, note }, person: string): Promise<Result<null>> => {
    if (person === actor.id) return refused('accounts.refused.ownRights');
    await rolesOf(tx, person);
    await removeSecondFactor(tx, person);
    await note('second-factor.reset', person);
    await endSessionsOf(tx, person);
    return ok(null);
  },
);
