import 'server-only';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ACCOUNT_RIGHTS } from '../access';
import { byKey } from '../command';
import type { Actor } from '../types';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** That a sign-in was asked for; says nothing about the address, which the page therefore cannot leak. */
export const getSignInRequest = byKey(
  ACCOUNT_RIGHTS.signIn,
  async (request: string): Promise<{ id: string }> => {
    if (!UUID.test(request)) throw new AppError('NOT_FOUND');
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
  if (!UUID.test(request) || actor.email !== null) throw new AppError('NOT_FOUND');
  const row = await db.signInCode.findFirst({
    where: { id: request, userId: actor.id },
    select: { email: true },
  });
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}
