import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { Result } from '@/lib/core/result';
import { makeActor } from '@/lib/testing/factories';
import type { PollNumber } from '../prepare/commands';
import { agreeToStop, askToStop } from './commands';
import type { StopInput } from './schema';

/** The way it is done: this person asks, somebody else of the office agrees. What is refused first is what comes of it. */
export async function stopByTwo(who: Actor, input: StopInput): Promise<Result<PollNumber>> {
  const asked = await askToStop(who, input);
  if (!asked.ok) return asked;
  const stop = await db.pollStop.findFirstOrThrow({
    where: { poll: { number: input.number }, settledAt: null },
    select: { id: true },
  });
  const second = await makeActor({ roles: ['ADMIN'] });
  return await agreeToStop(second, { number: input.number, stop: stop.id });
}

/** All of a poll. */
export const cancelByTwo = (who: Actor, { number, reason }: { number: number; reason: string }) =>
  stopByTwo(who, { number, option: null, reason });
