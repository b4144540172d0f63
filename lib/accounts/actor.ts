import 'server-only';
import { cookies } from 'next/headers';
import { cache } from 'react';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { markPersonal } from '@/lib/core/page-cache';
import { hashesOf, hashSecret } from '@/lib/core/tokens';
import { SESSION_COOKIE } from './cookie';
import {
  hasRecentSecondFactor,
  isStaff,
  mayAdministrate,
  mayCoordinate,
  mayCounsel,
  mayReadFigures,
  mayRepresent,
} from './policy';
import { areaOf, extendedEnd, isStaffRole, rolesIn } from './sessions/rules';
import type { Actor, Guest, Role, System, WorkArea } from './types';

const guest = Object.freeze({ kind: 'guest' }) as Guest;

/** For jobs and the demo loader only. */
export const system = Object.freeze({ kind: 'system' }) as System;

const SEEN_EVERY_MS = 60 * 60 * 1000;

/** Who is asking, read from the database once per request: a role taken away is gone on the next click. */
export const currentVisitor = cache(async (): Promise<Actor | Guest> => {
  markPersonal();
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token ? actorOfToken(token) : guest;
});

/** @param token value of the session cookie */
export async function actorOfToken(token: string): Promise<Actor | Guest> {
  const at = now();
  const session = await db.userSession.findFirst({
    where: { tokenHash: { in: hashesOf('session', token) }, expiresAt: { gt: at } },
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      secondFactorAt: true,
      area: true,
      user: {
        select: {
          id: true,
          email: true,
          displayName: true,
          districtId: true,
          partnerId: true,
          totpConfirmedAt: true,
          roles: { select: { role: true } },
        },
      },
    },
  });
  if (!session) return guest;
  if (at.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await noteSeen(session, token, at);
  return makeActor(session);
}

/**
 * A resident's session goes on while it is used, also after the secret was changed; the office's ends
 * after its twelve hours.
 */
async function noteSeen(session: SessionRow, token: string, at: Date): Promise<void> {
  const staff = session.user.roles.some(({ role }) => isStaffRole(role));
  const end = staff ? {} : { expiresAt: extendedEnd(session.createdAt, at) };
  await db.userSession.updateMany({
    where: { id: session.id },
    data: { lastSeenAt: at, tokenHash: hashSecret('session', token), ...end },
  });
  await db.user.updateMany({ where: { id: session.user.id }, data: { lastSeenAt: at } });
}

interface SessionRow {
  id: string;
  createdAt: Date;
  secondFactorAt: Date | null;
  area: WorkArea | null;
  user: {
    id: string;
    email: string | null;
    displayName: string | null;
    districtId: string | null;
    partnerId: string | null;
    totpConfirmedAt: Date | null;
    roles: { role: Role }[];
  };
}

function makeActor({ id, createdAt, secondFactorAt, area: chosen, user }: SessionRow): Actor {
  const held = user.roles.map((grant) => grant.role);
  const area = areaOf(held, chosen);
  return Object.freeze({
    kind: 'person',
    id: user.id,
    sessionId: id,
    roles: new Set(rolesIn(held, area)),
    area,
    districtId: user.districtId,
    partnerId: user.partnerId,
    displayName: user.displayName,
    email: user.email,
    secondFactor: secondFactorAt !== null && user.totpConfirmedAt !== null,
    secondFactorSetUp: user.totpConfirmedAt !== null,
    secondFactorAt,
    signedInAt: createdAt,
  }) as unknown as Actor;
}

/** The signed-in person, or an error that leads to signing in. */
export async function requireActor(): Promise<Actor> {
  const visitor = await currentVisitor();
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  return visitor;
}

/** Somebody of the office with the second factor given, or an error that leads there. */
export async function requireCoordinator(): Promise<Actor> {
  return requireRight(mayCoordinate);
}

export async function requireAdmin(): Promise<Actor> {
  return requireRight(mayAdministrate);
}

/** Somebody of the counselling, in that area, with the second factor given. */
export async function requireCounsellor(): Promise<Actor> {
  return requireRight(mayCounsel);
}

/** The office, or a funder, who needs no second factor for figures that name nobody. */
export async function requireFiguresReader(): Promise<Actor> {
  return requireRight(mayReadFigures);
}

/** A member of the residents' representation. */
export async function requireRepresentative(): Promise<Actor> {
  return requireRight(mayRepresent);
}

/** Anybody a domain's policy lets in; the office only with the second factor. */
export async function requireRight(may: (actor: Actor) => boolean): Promise<Actor> {
  const actor = await requireActor();
  if (isStaff(actor) && !actor.secondFactor) throw new AppError('SECOND_FACTOR_REQUIRED');
  if (!may(actor)) throw new AppError('NOT_FOUND');
  return actor;
}

/** As `requireAdmin`, for pages that change rights: the second factor must be recent. */
export async function requireRecentAdmin(): Promise<Actor> {
  const actor = await requireAdmin();
  if (!hasRecentSecondFactor(actor, now())) throw new AppError('SECOND_FACTOR_REQUIRED');
  return actor;
}
