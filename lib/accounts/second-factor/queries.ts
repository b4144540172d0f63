import 'server-only';
import { generateURI, ScureBase32Plugin } from 'otplib';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { derivedCode, groupCode, hashSecret } from '@/lib/core/tokens';
import { getOffice } from '@/lib/settings/queries';
import { isStaff } from '../policy';
import type { Actor } from '../types';
import { isRecent, RECOVERY_CODES, RECOVERY_LENGTH } from './rules';
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

/** The recovery codes that follow from the app's code they were made with; only hashes are stored. */
export function recoveryCodesOf(actor: Actor, step: number): string[] {
  const seed = `${actor.sessionId} ${step}`;
  return Array.from({ length: RECOVERY_CODES }, (_, index) =>
    derivedCode('recovery', `${seed} ${index}`, RECOVERY_LENGTH),
  );
}

/** The recovery codes to write down: right after they were made, in the same browser, and never again. */
export async function getNewRecoveryCodes(actor: Actor): Promise<string[]> {
  if (!isStaff(actor) || !actor.secondFactor) throw new AppError('NOT_FOUND');
  const user = await db.user.findUnique({
    where: { id: actor.id },
    select: { totpLastStep: true },
  });
  const step = user?.totpLastStep;
  if (!step || !isRecent(step, now())) throw new AppError('NOT_FOUND');
  const codes = recoveryCodesOf(actor, step);
  const known = await db.recoveryCode.count({
    where: {
      userId: actor.id,
      codeHash: { in: codes.map((code) => hashSecret('recovery', `${actor.id} ${code}`)) },
    },
  });
  // Made in another browser, or another code of the app was used since: these are not the codes.
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

/**
 * How many recovery codes are left, for whoever has an app of their own to make new ones with.
 * @throws NOT_FOUND for everybody else
 */
export async function countRecoveryCodes(actor: Actor): Promise<number> {
  if (!(await hasOwnApp(actor))) throw new AppError('NOT_FOUND');
  return db.recoveryCode.count({ where: { userId: actor.id, usedAt: null } });
}

/** Has set up an app and given its code in this browser; the demo's people have none. */
export async function hasOwnApp(actor: Actor): Promise<boolean> {
  if (!isStaff(actor) || !actor.secondFactor) return false;
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { totpSecret: true } });
  return Boolean(user?.totpSecret);
}
