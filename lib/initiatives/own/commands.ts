import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import { ok, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { getOffice } from '@/lib/settings/queries';
import { INITIATIVE_RIGHTS } from '../access';
import { AUDIT_NAMES, canTake, type Step } from '../rules';
import { lockRequest, writeStep } from '../steps';
import { findNumberByKey } from './queries';
import type { AnswerOfficeInput, DecideOfferInput, WithdrawRequestInput } from './schema';

async function opened(key: string) {
  const number = await findNumberByKey(key);
  if (number === null) throw new AppError('NOT_FOUND');
  return { number, office: await getOffice({ locale: 'de' }) };
}

/** The code or the account opens the one request. */
const AS_ASKER = {
  right: INITIATIVE_RIGHTS.keepOwnRequest,
  audit: Object.values(AUDIT_NAMES),
  tags: [],
  prepare: (_asker: unknown, { key }: { key: string }) => opened(key),
};

type Acting = Given<Visitor, (typeof AUDIT_NAMES)[Step]> & {
  ready: Awaited<ReturnType<typeof opened>>;
};

/** The asker answers what the office wants to know; the office promises to go on. */
export const answerOffice = command(AS_ASKER, (given, { answer }: AnswerOfficeInput) =>
  take(given, 'answer', answer),
);

/** The asker takes the offer, or says that it does not fit. */
export const decideOffer = command(AS_ASKER, (given, { choice, remark }: DecideOfferInput) =>
  take(given, choice, remark),
);

/** The asker needs no support any more. */
export const withdrawRequest = command(AS_ASKER, (given, _input: WithdrawRequestInput) =>
  take(given, 'withdraw', ''),
);

async function take(acting: Acting, step: Step, note: string) {
  const { number, office } = acting.ready;
  const request = await lockRequest(acting.tx, number);
  if (!canTake(step, request.state, request.kinds, 'asker')) {
    return refused(CHANGED_MEANWHILE);
  }
  await takeVersion(acting.tx.supportRequest, request.id, request.version);
  await writeStep({ ...acting, at: now() }, request, step, { note }, office);
  return ok({ number });
}
