import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { traceProblem } from '@/lib/outreach/traces/rules';
import { NETWORK_RIGHTS } from '../access';
import { lastContactAfter, quietSince, stateAfterContact } from '../rules';
import type { CorrectContactInput, DeleteContactInput, NoteContactInput } from '../schema';
import { lockPartner, writePartner } from '../steps';
import { NETWORK_TAGS } from '../tags';
import type { PartnerState } from '../types';

type Saved = { id: string };

const right = NETWORK_RIGHTS.keep;
const TAGS = [NETWORK_TAGS.partners];

/** Writes down a talk with an organisation: it wakes who slept and counts the twelve months anew. */
export const noteContact = command(
  { right, audit: ['partner.contactNoted'], tags: TAGS },
  async ({ tx, at, note }, input: NoteContactInput): Promise<Result<Saved>> => {
    const { id, way, on, topic, nextStep } = input;
    const wrong = problemOf(input, at);
    if (wrong) return wrong;
    const partner = await lockPartner(tx, id);
    const day = dayColumn(on);
    const contact = { partnerId: id, kind: way, on: day, topic, nextStep };
    await takeVersion(tx.partner, id, partner.version);
    await tx.partnerContact.create({ data: contact, select: { id: true } });
    const isNewest = partner.lastContactOn === null || partner.lastContactOn < day;
    await writePartner(tx, id, at, {
      ...(isNewest ? { lastContactOn: day } : {}),
      ...awake(partner.state, on, at),
    });
    await note('partner.contactNoted', id);
    return ok({ id });
  },
);

/** Puts right what was noted about a talk; the last talk of the partner follows the day it has now. */
export const correctContact = command(
  { right, audit: ['partner.contactCorrected'], tags: TAGS },
  async ({ tx, at, note }, input: CorrectContactInput): Promise<Result<Saved>> => {
    const { id, talk, version, way, on, topic, nextStep } = input;
    const wrong = problemOf(input, at);
    if (wrong) return wrong;
    const { state, lastContactOn } = await lockPartner(tx, id);
    const late = await takeVersion(tx.partner, id, version);
    if (late) return late;
    const before = await dayOfTalk(tx, id, talk);
    const data = { kind: way, on: dayColumn(on), topic, nextStep };
    await tx.partnerContact.update({ where: { id: talk }, data, select: { id: true } });
    await writePartner(tx, id, at, {
      lastContactOn: lastContactAfter(lastContactOn, before, await newestTalk(tx, id)),
      ...awake(state, on, at),
    });
    await note('partner.contactCorrected', id);
    return ok({ id });
  },
);

/** Takes away a note that should not be there: nothing of its words stays. What became of the partner stays. */
export const deleteContact = command(
  { right, audit: ['partner.contactDeleted'], tags: TAGS },
  async ({ tx, at, note }, input: DeleteContactInput): Promise<Result<Saved>> => {
    const { id, talk, version } = input;
    const { lastContactOn } = await lockPartner(tx, id);
    const late = await takeVersion(tx.partner, id, version);
    if (late) return late;
    const before = await dayOfTalk(tx, id, talk);
    await tx.partnerContact.delete({ where: { id: talk }, select: { id: true } });
    await writePartner(tx, id, at, {
      lastContactOn: lastContactAfter(lastContactOn, before, await newestTalk(tx, id)),
    });
    await note('partner.contactDeleted', id);
    return ok({ id });
  },
);

/** Why a note cannot be kept; null when it can. It is about an organisation: no person is named in it. */
function problemOf(
  { on, topic, nextStep }: Pick<NoteContactInput, 'on' | 'topic' | 'nextStep'>,
  at: Date,
): Refused | null {
  if (on > officeDate(at)) return refused('network.refused.future', {}, 'on');
  return traceProblem({ topic, nextStep });
}

/** What a talk of that day makes of a partner; a talk of long ago wakes nobody up. */
function awake(state: PartnerState, on: string, at: Date) {
  const after = on > quietSince(officeDate(at)) ? stateAfterContact(state) : state;
  return after === state ? {} : { state: after, stateSince: at };
}

async function dayOfTalk(tx: Tx, partnerId: string, id: string): Promise<Date> {
  const found = await tx.partnerContact.findFirst({
    where: { id, partnerId },
    select: { on: true },
  });
  if (!found) throw new AppError('NOT_FOUND');
  return found.on;
}

async function newestTalk(tx: Tx, partnerId: string): Promise<Date | null> {
  const newest = await tx.partnerContact.findFirst({
    where: { partnerId },
    orderBy: { on: 'desc' },
    select: { on: true },
  });
  return newest?.on ?? null;
}
