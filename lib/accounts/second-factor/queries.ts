import 'server-only';
import { generateURI, ScureBase32Plugin } from 'otplib';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { derivedCode, groupCode, hashSecret } from '@/lib/core/tokens';
import { getOffice } from '@/lib/settings/queries';
import { isStaff } from '../policy';
import type { Actor } from '../types';
import { RECOVERY_CODES, RECOVERY_LENGTH, RECOVERY_SHOWN_MINUTES } from './rules';
import type { SecondFactorSetup } from './types';

const SECRET_BYTES = 20;

/**
 * The secret this browser may set up (RFC 4226: 160 bits). It follows from the session, so that showing
 * the page again shows the same one and reading it writes nothing.
 */
export function setupSecretOf(actor: Actor): string {
  const bytes = Buffer.from(hashSecret('totp-set-up', actor.sessionId), 'base64url');
  return new ScureBase32Plugin().encode(bytes.subarray(0, SECRET_BYTES), { padding: false });
}

/** What to scan or type into the app; only before the second factor is set up. */
export async function getSecondFactorSetup(actor: Actor): Promise<SecondFactorSetup> {
  if (!isStaff(actor) || actor.secondFactorSetUp) throw new AppError('NOT_FOUND');
  const { officeName } = await getOffice({ locale: 'de' });
  const secret = setupSecretOf(actor);
  const label = actor.email ?? actor.displayName ?? officeName;
  const uri = generateURI({ issuer: officeName, label, secret });
  return { secret: secret.match(/.{1,4}/g)?.join(' ') ?? secret, uri };
}

/** The recovery codes that follow from a set-up; only their hashes are stored. */
export function recoveryCodesOf(actor: Actor, setUpAt: Date): string[] {
  const seed = `${actor.sessionId} ${setUpAt.toISOString()}`;
  return Array.from({ length: RECOVERY_CODES }, (_, index) =>
    derivedCode('recovery', `${seed} ${index}`, RECOVERY_LENGTH),
  );
}

/** The recovery codes to write down: right after the set-up, in the same browser, and never again. */
export async function getNewRecoveryCodes(actor: Actor): Promise<string[]> {
  if (!isStaff(actor) || !actor.secondFactor) throw new AppError('NOT_FOUND');
  const user = await db.user.findUnique({
    where: { id: actor.id },
    select: { totpConfirmedAt: true },
  });
  const setUpAt = user?.totpConfirmedAt;
  if (!setUpAt) throw new AppError('NOT_FOUND');
  const minutes = (now().getTime() - setUpAt.getTime()) / 60_000;
  if (minutes > RECOVERY_SHOWN_MINUTES) throw new AppError('NOT_FOUND');
  const codes = recoveryCodesOf(actor, setUpAt);
  const known = await db.recoveryCode.count({
    where: {
      userId: actor.id,
      codeHash: { in: codes.map((code) => hashSecret('recovery', `${actor.id} ${code}`)) },
    },
  });
  // Set up in another browser: its codes do not follow from this session.
  if (known === 0) throw new AppError('NOT_FOUND');
  return codes.map(groupCode);
}

/** Whether the demo's one-click second step is possible: staff of a demo without an app of their own. */
export async function hasDemoSecondStep(actor: Actor): Promise<boolean> {
  const { filledAsDemo } = await getOffice({ locale: 'de' });
  if (!filledAsDemo || !isStaff(actor)) return false;
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { totpSecret: true } });
  return user?.totpSecret === null;
}
