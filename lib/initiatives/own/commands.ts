import 'server-only';
import type { Visitor } from '@/lib/accounts/types';
import { inTransaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { getOffice } from '@/lib/settings/queries';
import { canTake, type Step } from '../rules';
import { lockRequest, writeStep } from '../steps/commands';
import { findNumberByKey } from './queries';
import type { AnswerOfficeInput, DecideOfferInput, WithdrawRequestInput } from './schema';

/** The asker answers what the office wants to know; the office promises to go on. */
export function answerOffice(
  visitor: Visitor,
  input: AnswerOfficeInput,
): Promise<Result<{ number: number }>> {
  return takeAsAsker(visitor, input.key, 'answer', input.answer);
}

/** The asker takes the offer, or says that it does not fit. */
export function decideOffer(
  visitor: Visitor,
  input: DecideOfferInput,
): Promise<Result<{ number: number }>> {
  return takeAsAsker(visitor, input.key, input.choice, input.remark);
}

/** The asker needs no support any more. */
export function withdrawRequest(
  visitor: Visitor,
  input: WithdrawRequestInput,
): Promise<Result<{ number: number }>> {
  return takeAsAsker(visitor, input.key, 'withdraw', '');
}

async function takeAsAsker(
  visitor: Visitor,
  key: string,
  step: Step,
  note: string,
): Promise<Result<{ number: number }>> {
  const number = await findNumberByKey(visitor, key);
  if (number === null) throw new AppError('NOT_FOUND');
  const office = await getOffice({ locale: 'de' });
  return await inTransaction(async (tx) => {
    const request = await lockRequest(visitor, tx, number);
    if (!canTake(step, request.state, request.kinds, 'asker')) {
      return refused('initiatives.refused.changed');
    }
    await writeStep(visitor, tx, request, step, { note }, office);
    return ok({ number });
  });
}
