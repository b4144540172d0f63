import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import { holdCase } from '@/lib/cases/steps';
import { AppError } from '@/lib/core/errors';
import { ok, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { getOffice } from '@/lib/settings/queries';
import { INITIATIVE_RIGHTS } from '../access';
import { canTake, STEP_EVENTS, type Step } from '../rules';
import { REQUESTS, takeStep } from '../steps';
import { findIdByKey } from './queries';
import type { AnswerOfficeInput, DecideOfferInput, WithdrawRequestInput } from './schema';

async function opened(key: string) {
  const id = await findIdByKey(key);
  if (id === null) throw new AppError('NOT_FOUND');
  return { id, office: await getOffice({ locale: 'de' }) };
}

/** The code or the account opens the one request. */
const AS_ASKER = {
  right: INITIATIVE_RIGHTS.keepOwnRequest,
  audit: STEP_EVENTS,
  tags: [],
  prepare: (_asker: unknown, { key }: { key: string }) => opened(key),
};

type Acting = Given<Visitor, (typeof STEP_EVENTS)[number]> & {
  ready: Awaited<ReturnType<typeof opened>>;
};

/** The asker answers what the office wants to know; the office promises to go on. */
export const answerOffice = command(AS_ASKER, (given, { answer, seen }: AnswerOfficeInput) =>
  take(given, 'answer', answer, seen),
);

/** The asker takes the offer, or says that it does not fit. */
export const decideOffer = command(AS_ASKER, (given, input: DecideOfferInput) =>
  take(given, input.choice, input.remark, input.seen),
);

/** The asker needs no support any more, whatever was said meanwhile. */
export const withdrawRequest = command(AS_ASKER, (given, _input: WithdrawRequestInput) =>
  take(given, 'withdraw', '', null),
);

/** @param seen the version whose offer or question the page showed: nobody says yes to another one */
async function take(acting: Acting, step: Step, note: string, seen: number | null) {
  const { tx, ready } = acting;
  const { id, office } = ready;
  const request = await holdCase(tx, REQUESTS, { id });
  const late = seen === null ? null : await takeVersion(tx.supportRequest, request.id, seen);
  if (late) return late;
  if (!canTake(step, request.state, request.kinds, 'asker')) {
    return refused(CHANGED_MEANWHILE);
  }
  await takeStep(acting, request, step, { note }, { office, versionTaken: seen !== null });
  return ok({ number: request.number });
}
