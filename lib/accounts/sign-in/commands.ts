import 'server-only';
import { randomUUID } from 'node:crypto';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { countTry } from '@/lib/core/rate-limit';
import { ok, type Result, refused } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { groupCode, hashesOf, hashSecret, newToken, normalizeCode } from '@/lib/core/tokens';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMail } from '@/lib/mail/steps';
import { takeUnprovenMail } from '@/lib/mail/unproven';
import { getOffice } from '@/lib/settings/queries';
import { publicly } from '../command';
import { personOfAddress } from '../invitations/steps';
import { safeNext } from '../paths';
import { startSession } from '../sessions/steps';
import type { NewSession, SignedIn } from '../sessions/types';
import { lockAccount, lockAddress } from '../steps';
import type { Actor, Visitor } from '../types';
import { addressCodeMail } from './emails/address-code';
import { signInCodeMail } from './emails/sign-in-code';
import { CODE_TRIES, codeEnd, KNOWN_BROWSER_LIMIT, whyNot } from './rules';
import type { MailedSecrets, SignInRequest } from './types';

const CODE = 'sign-in-code';
const LINK = 'sign-in-link';
const codeHash = (request: string, code: string) => hashSecret(CODE, `${request} ${code}`);
const linkHash = (link: string) => hashSecret(LINK, link);

/**
 * Mails a code and a link to an address. The answer, the statements and the mail are the same whether or
 * not somebody with this address exists: nobody is looked up before the code is used.
 *
 * A newer request ends only those it follows in the same browser; what strangers ask for leaves it alone.
 * Too many requests get the same answer page but no mail, and leave the mailed code alone.
 */
export const requestSignInCode = publicly(
  async (input: SignInRequest, secrets: MailedSecrets): Promise<Result<{ request: string }>> => {
    const { phone } = await getOffice({ locale: input.locale });
    const code = new Secret(groupCode(secrets.code));
    const { email, device, locale } = input;
    return mailCode(secrets, {
      ...{ email, device, userId: null },
      chainOf: (tx) => lockChain(tx, input),
      write: (expiresAt) => signInCodeMail({ ...secrets, code, expiresAt, phone }, locale),
    });
  },
);

/**
 * Mails a code to an address with which somebody who came by card wants to sign in, too. As with
 * signing in, the answer does not tell whether the address is known. The newest code of an account wins.
 */
export async function requestAddressCode(
  actor: Actor,
  input: { email: string; locale: string },
  code: string,
): Promise<Result<{ request: string }>> {
  if (actor.email !== null) throw new AppError('NOT_FOUND');
  const { phone } = await getOffice({ locale: input.locale });
  const { email, locale } = input;
  const shown = new Secret(groupCode(code));
  const secrets = { code, link: newToken() };
  return mailCode(secrets, {
    ...{ email, device: null, userId: actor.id },
    chainOf: async (tx) => {
      await lockAccount(tx, actor.id);
      return { chainId: actor.id, next: '' };
    },
    write: (expiresAt) => addressCodeMail({ code: shown, expiresAt, phone }, locale),
  });
}

interface Asked {
  email: string;
  device: string | null;
  /** Whose account the address is for; null: to sign in. */
  userId: string | null;
  chainOf(tx: Tx): Promise<{ chainId: string; next: string }>;
  write(expiresAt: Date): Promise<MailContent>;
}

async function mailCode(
  { code, link }: MailedSecrets,
  { email, device, userId, chainOf, write }: Asked,
): Promise<Result<{ request: string }>> {
  // This browser may have signed in to that account before.
  const mailed = await (device === null
    ? takeUnprovenMail(email)
    : countTry(KNOWN_BROWSER_LIMIT, `${email} ${device}`));
  const at = now();
  const expiresAt = codeEnd(at);
  const content = await write(expiresAt);
  return inTransaction(async (tx) => {
    const request = randomUUID();
    const chain = await chainOf(tx);
    if (mailed) {
      await endOlderRequests(tx, chain.chainId);
      await enqueueMail(tx, email, content);
    }
    await tx.signInCode.create({
      data: {
        id: request,
        ...chain,
        email,
        userId,
        // Without a mail nothing opens this request, yet it looks like every other.
        codeHash: codeHash(request, mailed ? code : newToken()),
        linkHash: linkHash(mailed ? link : newToken()),
        createdAt: at,
        expiresAt,
      },
      select: { id: true },
    });
    return ok({ request });
  });
}

/**
 * The chain a request belongs to: the one of the request it follows, which only the browser that made it
 * can name; otherwise a new one. Two that follow the same one wait for each other, so that one is newest.
 */
async function lockChain(
  tx: Tx,
  { after, next }: SignInRequest,
): Promise<{ chainId: string; next: string }> {
  const before = after && (await tx.signInCode.findUnique({ where: { id: after } }));
  const goOn = next === '' ? '' : safeNext(next);
  if (!before) return { chainId: randomUUID(), next: goOn };
  const { chainId } = before;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in ${chainId}`}, 0))`;
  return { chainId, next: goOn || before.next };
}

async function endOlderRequests(tx: Tx, chainId: string): Promise<void> {
  const at = now();
  await tx.signInCode.updateMany({
    where: { chainId, consumedAt: null, expiresAt: { gt: at } },
    data: { expiresAt: at },
  });
}

/** Signs in with the code of a request; the right code works once, and only for its own request. */
export async function signInWithCode(
  visitor: Visitor,
  input: { request: string; code: string },
  session: NewSession,
): Promise<Result<SignedIn>> {
  return withCode(input, null, async (tx, row) => ok(await enter(visitor, tx, row, session)));
}

/**
 * Ties a proved address to the account of somebody who has none. Two accounts are never made one: who
 * has signed in with the address before is told so, which only the address's owner can learn.
 */
export async function addAddress(
  actor: Actor,
  input: { request: string; code: string },
): Promise<Result<null>> {
  if (actor.email !== null) throw new AppError('NOT_FOUND');
  return withCode(input, actor.id, async (tx, { email }) => {
    await lockAddress(tx, email);
    const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (known) return refused('accounts.refused.addressTaken');
    const added = await tx.user.updateMany({
      where: { id: actor.id, email: null },
      data: { email },
    });
    if (added.count === 0) throw new AppError('NOT_FOUND');
    await recordAudit(actor, tx, 'account.addressAdded', actor.id);
    return ok(null);
  });
}

/** Does something with the right code of a request, once. @param userId whose request it must be */
async function withCode<T>(
  input: { request: string; code: string },
  userId: string | null,
  work: (tx: Tx, row: { email: string; next: string }) => Promise<Result<T>>,
): Promise<Result<T>> {
  const tries = await countCodeTry(input.request);
  if (tries > CODE_TRIES) return refused('accounts.refused.codeTriesUsedUp');
  const hashes = hashesOf(CODE, `${input.request} ${normalizeCode(input.code)}`);
  return inTransaction(async (tx) => {
    if (userId !== null) await lockAccount(tx, userId);
    const at = now();
    const open = { consumedAt: null, expiresAt: { gt: at } };
    const taken = await tx.signInCode.updateMany({
      where: { id: input.request, userId, codeHash: { in: hashes }, ...open },
      data: { consumedAt: at },
    });
    const row = await tx.signInCode.findFirst({ where: { id: input.request, userId } });
    if (taken.count === 1 && row) return work(tx, row);
    return refused(whyNot(row, at), { left: CODE_TRIES - tries }, 'code');
  });
}

/** Counted before it is compared and outside of the transaction, which a wrong code rolls back. */
async function countCodeTry(request: string): Promise<number> {
  const rows = await db.$queryRaw<{ attempts: number }[]>`
    UPDATE sign_in_codes SET attempts = attempts + 1 WHERE id = ${request}::uuid RETURNING attempts`;
  return rows[0]?.attempts ?? 1;
}

/** Signs in with the mailed link, in whichever browser it is confirmed; it works once. */
export async function signInWithLink(
  visitor: Visitor,
  input: { token: string },
  session: NewSession,
): Promise<Result<SignedIn>> {
  const hashes = hashesOf(LINK, input.token);
  return byCode(
    () => signInByHash(visitor, hashes, session),
    (result) => !result.ok && result.code === 'accounts.refused.linkExpired',
  );
}

function signInByHash(
  visitor: Visitor,
  hashes: string[],
  session: NewSession,
): Promise<Result<SignedIn>> {
  return inTransaction(async (tx) => {
    const at = now();
    const taken = await tx.signInCode.updateMany({
      where: { linkHash: { in: hashes }, userId: null, consumedAt: null, expiresAt: { gt: at } },
      data: { consumedAt: at },
    });
    const row = await tx.signInCode.findFirst({ where: { linkHash: { in: hashes } } });
    if (taken.count === 1 && row) return ok(await enter(visitor, tx, row, session));
    const used = row !== null && row.consumedAt !== null;
    return refused(used ? 'accounts.refused.linkUsed' : 'accounts.refused.linkExpired');
  });
}

async function enter(
  visitor: Visitor,
  tx: Tx,
  row: { email: string; next: string },
  session: NewSession,
): Promise<SignedIn> {
  const userId = await personOfAddress(visitor, tx, row.email);
  return startSession(visitor, tx, { ...session, userId, next: row.next });
}
