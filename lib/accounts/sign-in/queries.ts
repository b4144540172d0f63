import 'server-only';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/uuid.mjs';
import { ACCOUNT_RIGHTS } from '../access';
import { byKey } from '../command';
import type { Actor } from '../types';

/** That a sign-in was asked for; says nothing about the address, which the page therefore cannot leak. */
export const getSignInRequest = byKey(
  ACCOUNT_RIGHTS.signIn,
  async (request: string): Promise<{ id: string }> => {
    if (!isUuid(request)) throw new AppError('NOT_FOUND');
    const row = await db.signInCode.findFirst({
      where: { id: request, userId: null },
      select: { id: true },
    });
    if (!row) throw new AppError('NOT_FOUND');
    return row;
  },
);

/** The address a code was mailed to, for whoever asked to add it. @throws NOT_FOUND */
export async function getAddressRequest(actor: Actor, request: string): Promise<{ email: string }> {
  if (!isUuid(request) || actor.email !== null) throw new AppError('NOT_FOUND');
  const row = await db.signInCode.findFirst({
    where: { id: request, userId: actor.id },
    select: { email: true },
  });
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}
