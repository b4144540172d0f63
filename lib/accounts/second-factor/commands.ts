import 'server-only';
import { verify } from 'otplib';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { openSealed, sealedAnew, sealText } from '@/lib/core/crypto';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { countTry } from '@/lib/core/rate-limit';
import { ok, type Result, refused } from '@/lib/core/result';
import { hashesOf, hashSecret, normalizeCode } from '@/lib/core/tokens';
import { isStaff } from '../policy';
import type { Actor } from '../types';
import { hasDemoSecondStep, hasOwnApp, recoveryCodesOf, setupSecretOf } from './queries';
import {
  CLOCK_TOLERANCE,
  isAppCode,
  TRIES_IN_SESSION,
  TRIES_KEPT_FREE,
  TRIES_OF_ACCOUNT,
} from './rules';
import type { SecondStep } from './types';

const SEAL = 'totp';
const RECOVERY = 'recovery';
const WRONG = 'accounts.refused.secondFactorWrong';

/** Ties an authenticator app to the account, proved by its first code, and makes the recovery codes. */
export async function setUpSecondFactor(actor: Actor, typed: string): Promise<Result<SecondStep>> {
  if (!isStaff(actor)) throw new AppError('NOT_FOUND');
  const pace = await countTries(actor);
  if (pace === 'pause') return refused('accounts.refused.secondFactorPause');
  const secret = setupSecretOf(actor);
  const step = await timeStepOf(secret, typed);
  return inTransaction(async (tx) => {
    if (pace === 'end') return endThisSession(tx, actor);
    if (step === null) return refused(WRONG, {}, 'code');
    const at = now();
    // Only while none is set up: a browser that got the first factor cannot replace the second one.
    const tied = await tx.user.updateMany({
      where: { id: actor.id, totpConfirmedAt: null },
      data: { totpSecret: sealText(SEAL, secret), totpConfirmedAt: at, totpLastStep: step },
    });
    if (tied.count === 0) throw new AppError('NOT_FOUND');
    await makeRecoveryCodes(tx, actor, step);
    await markGiven(tx, actor, at);
    await recordAudit(actor, tx, 'second-factor.setUp', actor.id);
    return ok({ outcome: 'given' });
  });
}

/** Makes new recovery codes for whoever holds the app right now; the old ones are void. */
export async function renewRecoveryCodes(actor: Actor, typed: string): Promise<Result<SecondStep>> {
  if (!(await hasOwnApp(actor))) throw new AppError('NOT_FOUND');
  const pace = await countTries(actor);
  if (pace === 'pause') return refused('accounts.refused.secondFactorPause');
  const step = await timeStepOf(await secretOf(actor), typed);
  return inTransaction(async (tx) => {
    if (pace === 'end') return endThisSession(tx, actor);
    const problem = await takeTimeStep(tx, actor, step);
    if (problem !== null || step === null) return refused(problem ?? WRONG, {}, 'code');
    await makeRecoveryCodes(tx, actor, step);
    await markGiven(tx, actor, now());
    await recordAudit(actor, tx, 'second-factor.recoveryCodesRenewed', actor.id);
    return ok({ outcome: 'given' });
  });
}

async function makeRecoveryCodes(tx: Tx, actor: Actor, step: number): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId: actor.id } });
  await tx.recoveryCode.createMany({
    data: recoveryCodesOf(actor, step).map((code) => ({
      userId: actor.id,
      codeHash: recoveryHash(actor, code),
    })),
  });
}

/** Gives the second factor in this browser: the app's code of now, or a recovery code. */
export async function giveSecondFactor(actor: Actor, typed: string): Promise<Result<SecondStep>> {
  if (!isStaff(actor) || !actor.secondFactorSetUp) throw new AppError('NOT_FOUND');
  const pace = await countTries(actor);
  if (pace === 'pause') return refused('accounts.refused.secondFactorPause');
  const step = isAppCode(typed) ? await timeStepOf(await secretOf(actor), typed) : null;
  return inTransaction(async (tx) => {
    if (pace === 'end') return endThisSession(tx, actor);
    const problem = isAppCode(typed)
      ? await takeTimeStep(tx, actor, step)
      : await takeRecoveryCode(tx, actor, typed);
    if (problem) return refused(problem, {}, 'code');
    await sealAnew(tx, actor);
    await markGiven(tx, actor, now());
    await recordAudit(actor, tx, 'second-factor.given', actor.id);
    return ok({ outcome: 'given' });
  });
}

/** The demo's staff have no app: one click instead, and only in a database that was filled as demo. */
export async function giveDemoSecondFactor(actor: Actor): Promise<Result<SecondStep>> {
  if (!(await hasDemoSecondStep(actor))) throw new AppError('NOT_FOUND');
  return inTransaction(async (tx) => {
    const at = now();
    await tx.user.updateMany({
      where: { id: actor.id, totpConfirmedAt: null, totpSecret: null },
      data: { totpConfirmedAt: at },
    });
    await markGiven(tx, actor, at);
    await recordAudit(actor, tx, 'second-factor.given', actor.id);
    return ok({ outcome: 'given' });
  });
}

/** Counts before anything is compared, so that many tries at once are not many free tries. */
async function countTries(actor: Actor): Promise<'go' | 'pause' | 'end'> {
  const inSession = await countTry(TRIES_IN_SESSION, actor.sessionId);
  const keptFree = await countTry(TRIES_KEPT_FREE, actor.sessionId);
  const ofAccount = await countTry(TRIES_OF_ACCOUNT, actor.id);
  if (!inSession) return 'end';
  return ofAccount || keptFree ? 'go' : 'pause';
}

async function endThisSession(tx: Tx, actor: Actor): Promise<Result<SecondStep>> {
  await tx.userSession.deleteMany({ where: { id: actor.sessionId } });
  await recordAudit(actor, tx, 'second-factor.triesUsedUp', actor.id);
  return ok({ outcome: 'ended' });
}

/** The time step whose code was typed, or `null`. */
async function timeStepOf(secret: string | null, typed: string): Promise<number | null> {
  const token = typed.replace(/\s/g, '');
  if (secret === null || !isAppCode(token)) return null;
  const epoch = Math.floor(now().getTime() / 1000);
  const result = await verify({ secret, token, epoch, epochTolerance: CLOCK_TOLERANCE });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

async function secretOf(actor: Actor): Promise<string | null> {
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { totpSecret: true } });
  return user?.totpSecret ? openSealed(SEAL, user.totpSecret) : null;
}

/** Whoever gives the second factor keeps it, also when an earlier secret is not accepted any more. */
async function sealAnew(tx: Tx, actor: Actor): Promise<void> {
  const user = await tx.user.findUnique({ where: { id: actor.id }, select: { totpSecret: true } });
  const totpSecret = user?.totpSecret ? sealedAnew(SEAL, user.totpSecret) : null;
  if (totpSecret !== null)
    await tx.user.updateMany({ where: { id: actor.id }, data: { totpSecret } });
}

/** Each code counts once, also when two browsers send it at the same moment (RFC 6238, 5.2). */
async function takeTimeStep(tx: Tx, actor: Actor, step: number | null): Promise<string | null> {
  if (step === null) return WRONG;
  const taken = await tx.user.updateMany({
    where: { id: actor.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return taken.count === 1 ? null : 'accounts.refused.secondFactorUsed';
}

async function takeRecoveryCode(tx: Tx, actor: Actor, typed: string): Promise<string | null> {
  const codeHash = { in: hashesOf(RECOVERY, `${actor.id} ${normalizeCode(typed)}`) };
  const used = await tx.recoveryCode.updateMany({
    where: { userId: actor.id, codeHash, usedAt: null },
    data: { usedAt: now() },
  });
  if (used.count === 0) return WRONG;
  await recordAudit(actor, tx, 'second-factor.recoveryCodeUsed', actor.id);
  return null;
}

function recoveryHash(actor: Actor, code: string): string {
  return hashSecret(RECOVERY, `${actor.id} ${code}`);
}

async function markGiven(tx: Tx, actor: Actor, at: Date): Promise<void> {
  await tx.userSession.updateMany({
    where: { id: actor.sessionId, userId: actor.id },
    data: { secondFactorAt: at },
  });
}
