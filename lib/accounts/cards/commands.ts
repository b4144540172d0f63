import 'server-only';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { safeNext } from '@/lib/core/routes';
import { derivedCode, hashesOf, hashSecret, newToken, normalizeCode } from '@/lib/core/tokens';
import { command, type Given } from '../command';
import { startSession } from '../sessions/commands';
import type { NewSession, SignedIn } from '../sessions/types';
import type { Actor, System, Visitor } from '../types';
import { CARD_RIGHTS } from './access';
import { CARD_CODE_LENGTH, CARDS_PER_SHEET, PRINT_HOURS, parseCardNumber } from './rules';
import type { VoidCardInput } from './schema';

/**
 * Makes a batch of cards. A card's code follows from the batch's random print key; only its hash is
 * stored, and once the key is deleted the codes exist on paper only.
 */
export const makeCardBatch = command(
  { right: CARD_RIGHTS.keep, audit: ['card-batch.made'], tags: [] },
  async (
    { tx, at, note },
    input: { label: string; sheets: number },
  ): Promise<Result<{ batch: string }>> => {
    const printKey = newToken();
    const size = input.sheets * CARDS_PER_SHEET;
    const batch = await tx.accessCardBatch.create({
      data: { label: input.label, size, printKey, createdAt: at },
      select: { id: true },
    });
    const positions = Array.from({ length: size }, (_, index) => index + 1);
    await tx.accessCard.createMany({
      data: positions.map((position) => ({
        batchId: batch.id,
        position,
        codeHash: hashSecret('card', cardCode(printKey, position)),
      })),
    });
    await note('card-batch.made', batch.id);
    return ok({ batch: batch.id });
  },
);

// As `getCardBatch` prints it.
function cardCode(printKey: string, position: number): string {
  return derivedCode('card', `${printKey} ${position}`, CARD_CODE_LENGTH);
}

/** The sheets are printed: from now on nobody can show the codes again. */
export const finishPrinting = command(
  { right: CARD_RIGHTS.keep, audit: ['card-batch.printed'], tags: [] },
  async ({ tx, note }, batch: string): Promise<Result<null>> => {
    const found = await tx.accessCardBatch.updateMany({
      where: { id: batch },
      data: { printKey: '' },
    });
    if (found.count === 0) throw new AppError('NOT_FOUND');
    await note('card-batch.printed', batch);
    return ok(null);
  },
);

/** Forgets the print keys nobody needs any more; part of the daily sweep. */
export async function forgetPrintKeys(_actor: System): Promise<Result<number>> {
  return inTransaction(async (tx) => {
    const until = new Date(now().getTime() - PRINT_HOURS * 3_600_000);
    const forgotten = await tx.accessCardBatch.updateMany({
      where: { printKey: { not: '' }, createdAt: { lte: until } },
      data: { printKey: '' },
    });
    return ok(forgotten.count);
  });
}

const MONTHS_KEPT = 24;

/**
 * Deletes cards nobody used for 24 months and batches of which none is left; part of the daily sweep,
 * before unused accounts go: a card must not open a new account in the place of a deleted one.
 */
export async function forgetOldCards(_actor: System): Promise<Result<{ cards: number }>> {
  return inTransaction(async (tx) => {
    const before = now();
    before.setUTCMonth(before.getUTCMonth() - MONTHS_KEPT);
    const old = await tx.accessCard.deleteMany({
      where: {
        batch: { createdAt: { lt: before } },
        OR: [{ userId: null }, { user: { lastSeenAt: { lt: before } } }],
      },
    });
    await tx.accessCardBatch.deleteMany({
      where: { createdAt: { lt: before }, cards: { none: {} } },
    });
    return ok({ cards: old.count });
  });
}

/** No card of the batch opens anything any more; whoever signed in with one is signed out. */
export const voidBatch = command(
  { right: CARD_RIGHTS.keep, audit: ['card-batch.voided'], tags: [] },
  async ({ tx, at, note }, batch: string): Promise<Result<null>> => {
    const voided = await tx.accessCardBatch.updateMany({
      where: { id: batch, voidedAt: null },
      data: { voidedAt: at, printKey: '' },
    });
    if (voided.count === 0) throw new AppError('NOT_FOUND');
    await tx.userSession.deleteMany({ where: { user: { cards: { some: { batchId: batch } } } } });
    await note('card-batch.voided', batch);
    return ok(null);
  },
);

/**
 * Voids one card by its printed number (`3-17`) or by its code. Whoever found it may have added an
 * address of their own meanwhile, which would still open the account: unless the person says it is
 * theirs, it goes, too.
 */
export const voidCard = command(
  { right: CARD_RIGHTS.keep, audit: ['card.voided', 'account.addressRemoved'], tags: [] },
  async (given, input: VoidCardInput): Promise<Result<null>> => {
    const { tx, at, note } = given;
    const card = await findCard(tx, input.card);
    if (!card) return refused('accounts.refused.cardNotFound', {}, 'card');
    await tx.accessCard.update({
      where: { id: card.id },
      data: { voidedAt: at },
      select: { id: true },
    });
    if (card.userId) await tx.userSession.deleteMany({ where: { userId: card.userId } });
    if (card.userId && input.ownAddress === 'no') await removeAddress(given, card.userId);
    await note('card.voided', card.id);
    return ok(null);
  },
);

/** Codes first: one that is being used just now is waited for, and what it added goes as well. */
async function removeAddress({ tx, note }: Voiding, userId: string): Promise<void> {
  await tx.signInCode.deleteMany({ where: { userId } });
  await tx.linkedIdentity.deleteMany({ where: { userId } });
  const removed = await tx.user.updateMany({
    // An account with rights in the office is the admin's business.
    where: { id: userId, email: { not: null }, roles: { none: {} } },
    data: { email: null },
  });
  if (removed.count > 0) await note('account.addressRemoved', userId);
}

type Voiding = Pick<Given<Actor, 'card.voided' | 'account.addressRemoved'>, 'tx' | 'note'>;

async function findCard(
  tx: Tx,
  typed: string,
): Promise<{ id: string; userId: string | null } | null> {
  const number = parseCardNumber(typed);
  const select = { id: true, userId: true } as const;
  if (!number) {
    const codeHash = { in: hashesOf('card', normalizeCode(typed)) };
    return tx.accessCard.findFirst({ where: { codeHash }, select });
  }
  return tx.accessCard.findFirst({
    where: { batch: { number: number.batch }, position: number.position },
    select,
  });
}

/**
 * Signs in with a card. The first time it gets an account without name or address, which it opens from
 * then on.
 */
export async function signInWithCard(
  visitor: Visitor,
  input: { code: string; next: string },
  session: NewSession,
): Promise<Result<SignedIn>> {
  return byCode(
    () => signIn(visitor, input, session),
    (result) => !result.ok && result.code === 'accounts.refused.cardUnknown',
  );
}

function signIn(
  visitor: Visitor,
  input: { code: string; next: string },
  session: NewSession,
): Promise<Result<SignedIn>> {
  return inTransaction(async (tx) => {
    const userId = await userOfCard(visitor, tx, { code: input.code });
    if (!userId.ok) return userId;
    const next = input.next === '' ? '' : safeNext(input.next);
    return ok(await startSession(visitor, tx, { ...session, userId: userId.value, next }));
  });
}

/** A card by what was read off it, or by the id an earlier look found. */
export type CardKey = { code: string } | { number: string } | { id: string };

/**
 * The account a card opens, made at its first use. The card stays locked for the rest of the
 * transaction, so that two first uses make one account and nobody voids it under way.
 */
export async function userOfCard(_visitor: Visitor, tx: Tx, key: CardKey): Promise<Result<string>> {
  const id = await lockCard(tx, key);
  const card =
    id &&
    (await tx.accessCard.findUnique({
      where: { id },
      select: { userId: true, voidedAt: true, batch: { select: { voidedAt: true } } },
    }));
  if (!card) return refused('accounts.refused.cardUnknown', {}, 'code');
  if (card.voidedAt || card.batch.voidedAt) {
    return refused('accounts.refused.cardVoided', {}, 'code');
  }
  if ('code' in key) await hashAnew(tx, id, key.code);
  return ok(card.userId ?? (await firstUse(tx, id)));
}

/** A card that is used opens also when the secret it was made with is not accepted any more. */
async function hashAnew(tx: Tx, id: string, typed: string): Promise<void> {
  const codeHash = hashSecret('card', normalizeCode(typed));
  await tx.accessCard.updateMany({
    where: { id, codeHash: { not: codeHash } },
    data: { codeHash },
  });
}

async function lockCard(tx: Tx, key: CardKey): Promise<string | null> {
  const card = 'id' in key ? key : await findCard(tx, 'code' in key ? key.code : key.number);
  if (!card) return null;
  await tx.$executeRaw`SELECT 1 FROM access_cards WHERE id = ${card.id}::uuid FOR UPDATE`;
  return card.id;
}

async function firstUse(tx: Tx, cardId: string): Promise<string> {
  const at = now();
  const { id } = await tx.user.create({
    data: { createdAt: at, lastSeenAt: at },
    select: { id: true },
  });
  await tx.accessCard.update({
    where: { id: cardId },
    data: { userId: id, firstUsed: at },
    select: { id: true },
  });
  return id;
}
