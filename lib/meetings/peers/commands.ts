import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { MEETINGS_RIGHTS } from '../access';
import { canChange, dayProblem, saysNothing } from '../rules';
import type { AddPeersInput, ChangePeersInput } from '../schema';
import { peersThere } from './steps';

type Done = Result<{ id: string }>;

/** Whoever counsels enters a peer consultation: that it was, or will be, on a day and how long. Nobody and nothing is named. */
export const addPeers = command(
  { right: MEETINGS_RIGHTS.own, audit: ['staffMeeting.added'], tags: [] },
  async ({ tx, at, note }, { day, hours }: AddPeersInput): Promise<Done> => {
    const state = peersState(day, at);
    const wrong = await peersProblem(tx, day, at);
    if (wrong) return wrong;
    const { id } = await tx.staffMeeting.create({
      data: {
        ...{ kind: 'PEER_CONSULTATION', minutes: hours, state, createdAt: at },
        day: dayColumn(day),
      },
      select: { id: true },
    });
    await note('staffMeeting.added', id);
    return ok({ id });
  },
);

/** Puts right when one was and how long. Nobody stands beside it, so everybody who counsels can. */
export const changePeers = command(
  { right: MEETINGS_RIGHTS.own, audit: ['staffMeeting.changed'], tags: [] },
  async ({ tx, at, note }, { id, version, day, hours }: ChangePeersInput): Promise<Done> => {
    const meeting = await tx.staffMeeting.findUnique({
      where: { id },
      select: { kind: true, state: true },
    });
    if (!meeting || !saysNothing(meeting.kind)) throw new AppError('NOT_FOUND');
    if (!canChange(meeting.state)) return refused('meetings.refused.cancelled');
    const wrong = await peersProblem(tx, day, at, id);
    if (wrong) return wrong;
    const late = await takeVersion(tx.staffMeeting, id, version);
    if (late) return late;
    await tx.staffMeeting.update({
      where: { id },
      data: { day: dayColumn(day), minutes: hours, state: peersState(day, at) },
      select: { id: true },
    });
    await note('staffMeeting.changed', id);
    return ok({ id });
  },
);

const peersState = (day: string, at: Date) => (day <= officeDate(at) ? 'ATTENDED' : 'PLANNED');

async function peersProblem(tx: Tx, day: string, at: Date, self?: string): Promise<Refused | null> {
  const wrong = dayProblem(day, officeDate(at), peersState(day, at));
  return wrong ?? (await peersThere(tx, day, self));
}
