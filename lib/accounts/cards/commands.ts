import 'server-only';
import { byCode } from '@/lib/core/code-look-up';
import { inTransaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { derivedCode, hashSecret, newToken } from '@/lib/core/tokens';
import { command, type Given } from '../command';
import { safeNext } from '../paths';
import { startSession } from '../sessions/steps';
import type { NewSession, SignedIn } from '../sessions/types';
import { lockAccount } from '../steps';
import type { Actor, Visitor } from '../types';
import { CARD_RIGHTS } from './access';
import { CARD_CODE_LENGTH, CARDS_PER_SHEET } from './rules';
import type { VoidCardInput } from './schema';
import { findCard, userOfCard } from './steps';

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
    if (card.userId) await shutOut(given, card.userId, input.ownAddress);
    await note('card.voided', card.id);
    return ok(null);
  },
);

/** The account first: whoever comes in just now is waited for, and what they brought goes as well. */
async function shutOut(
  given: Voiding,
  userId: string,
  ownAddress: VoidCardInput['ownAddress'],
): Promise<void> {
  await lockAccount(given.tx, userId);
  if (ownAddress === 'no') await removeAddress(given, userId);
  await given.tx.userSession.deleteMany({ where: { userId } });
}

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
    const userId = await userOfCard(tx, { code: input.code });
    if (!userId.ok) return userId;
    const next = input.next === '' ? '' : safeNext(input.next);
    return ok(await startSession(visitor, tx, { ...session, userId: userId.value, next }));
  });
}
