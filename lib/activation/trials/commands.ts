import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn, dayOf, plusDays } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { traceProblem } from '@/lib/outreach/traces/rules';
import { ACTIVATION_RIGHTS } from '../access';
import { isDecided } from '../rules';
import { type Format, findFormat, findTrial, nextEdition } from '../steps';
import { ACTIVATION_TAGS } from '../tags';
import type { ActivationState } from '../types';
import { DAYS_AHEAD, DAYS_BACK } from './rules';
import type { ChangeTrialInput, PlanTrialInput, StrikeTrialInput, TryAgainInput } from './schema';

const right = ACTIVATION_RIGHTS.formats;
// How many came stands on the public page, and whether something is in trial.
const TAGS = [ACTIVATION_TAGS.formats];

type FormatId = { id: string };
type TrialId = { trialId: string };

/** Plans a trial of a concept, or one more of what is in trial; what was evaluated is in trial again. */
export const planTrial = command(
  { right, audit: ['activationTrial.planned'], tags: TAGS },
  async ({ tx, at, note }, input: PlanTrialInput): Promise<Result<TrialId>> => {
    const { formatId, version, ...trial } = input;
    const { state } = await findFormat(tx, formatId);
    if (state === 'IDEA') return refused('activation.refused.notDescribed');
    if (isDecided(state)) return refused('activation.refused.decided');
    const wrong = (await districtProblem(tx, trial.districtId)) ?? dayProblem(trial.day, at, '');
    if (wrong) return wrong;
    const late = await takeVersion(tx.activationFormat, formatId, version);
    if (late) return late;
    const trialId = await startTrial(tx, formatId, { ...trial, day: dayColumn(trial.day) });
    await note('activationTrial.planned', trialId);
    return ok({ trialId });
  },
);

/**
 * Tries something again today, where and by whom it was tried last. What nothing was decided about gets one more
 * trial; of all else its next edition is made, with all its texts, and that is tried.
 */
export const tryAgain = command(
  { right, audit: ['activationTrial.planned', 'activationFormat.copied'], tags: TAGS },
  async ({ tx, at, note }, { id, version }: TryAgainInput): Promise<Result<TrialId>> => {
    const format = await findFormat(tx, id);
    if (format.state === 'IDEA') return refused('activation.refused.notDescribed');
    const last = await lastTrialOf(tx, format);
    if (!last) return refused('activation.refused.neverTried');
    const late = await takeVersion(tx.activationFormat, id, version);
    if (late) return late;
    let tried = id;
    if (isDecided(format.state)) {
      const followed = await tx.activationFormat.count({ where: { followsId: id } });
      if (followed > 0) return refused('activation.refused.followed');
      // An idea that was discarded may never have been described.
      if (format.goal === '' || format.procedure === '')
        return refused('activation.refused.notDescribed');
      tried = await copyFormat(tx, format, at);
      await note('activationFormat.copied', tried);
    }
    const trialId = await startTrial(tx, tried, { ...last, day: dayColumn(officeDate(at)) });
    await note('activationTrial.planned', trialId);
    return ok({ trialId });
  },
);

/** Says when and where it was, and what came of it. */
export const changeTrial = command(
  { right, audit: ['activationTrial.changed'], tags: TAGS },
  async ({ tx, at, note }, input: ChangeTrialInput): Promise<Result<FormatId>> => {
    const { id, version, day, ...said } = input;
    const trial = await findTrial(tx, id);
    if (isFixed(trial.state)) return refused('activation-trials.refused.evaluated');
    const wrong =
      (await districtProblem(tx, said.districtId, trial.districtId)) ??
      dayProblem(day, at, dayOf(trial.day)) ??
      comingProblem(said.reached, day, at) ??
      (await photosProblem(tx, id, day, at)) ??
      (await numbersProblem(tx, said.proposalNumbers)) ??
      traceProblem({ quotes: said.quotes });
    if (wrong) return wrong;
    const late = await takeVersion(tx.activationTrial, id, version);
    if (late) return late;
    const counted = said.proposalNumbers.length > 0 ? said.proposalNumbers.length : null;
    await tx.activationTrial.update({
      where: { id },
      data: { ...said, day: dayColumn(day), proposals: said.proposals ?? counted },
      select: { id: true },
    });
    await note('activationTrial.changed', id);
    return ok({ id: trial.formatId });
  },
);

/** Takes a trial out that was planned by mistake or fell through; without any left it is a concept again. */
export const strikeTrial = command(
  { right, audit: ['activationTrial.struck'], tags: [...TAGS, ACTIVATION_TAGS.told] },
  async ({ tx, note }, { id, version }: StrikeTrialInput): Promise<Result<FormatId>> => {
    const { formatId, state } = await findTrial(tx, id);
    if (isFixed(state)) return refused('activation-trials.refused.evaluated');
    const late = await takeVersion(tx.activationTrial, id, version);
    if (late) return late;
    const others = await tx.activationTrial.count({ where: { formatId, id: { not: id } } });
    // What nobody tries is told to nobody.
    if (others === 0 && state === 'IN_TRIAL')
      await tx.activationFormat.update({
        where: { id: formatId },
        data: { state: 'CONCEPT', published: false, version: { increment: 1 } },
        select: { id: true },
      });
    await tx.activationTrial.delete({ where: { id }, select: { id: true } });
    await note('activationTrial.struck', formatId);
    return ok({ id: formatId });
  },
);

/** What somebody said names somebody after all: it goes, whatever was decided since, and nothing else with it. */
export const strikeQuotes = command(
  { right, audit: ['activationTrial.quotesStruck'], tags: [] },
  async ({ tx, note }, { id, version }: StrikeTrialInput): Promise<Result<TrialId>> => {
    await findTrial(tx, id);
    const late = await takeVersion(tx.activationTrial, id, version);
    if (late) return late;
    await tx.activationTrial.update({ where: { id }, data: { quotes: '' }, select: { id: true } });
    await note('activationTrial.quotesStruck', id);
    return ok({ trialId: id });
  },
);

/** What was evaluated says what the trials were; to change them it has to be tried again. */
const isFixed = (state: ActivationState) => state === 'EVALUATED' || isDecided(state);

type Planned = Pick<PlanTrialInput, 'districtId' | 'ranBy'>;

async function startTrial(
  tx: Tx,
  formatId: string,
  { day, districtId, ranBy }: Planned & { day: Date },
): Promise<string> {
  const data = { formatId, day, districtId, ranBy };
  const { id } = await tx.activationTrial.create({ data, select: { id: true } });
  await tx.activationFormat.update({
    where: { id: formatId },
    data: { state: 'IN_TRIAL' },
    select: { id: true },
  });
  return id;
}

/** The last trial, also of the edition before. */
async function lastTrialOf(tx: Tx, { id, followsId }: Format): Promise<Planned | null> {
  const ofEdition = (formatId: string) =>
    tx.activationTrial.findFirst({
      where: { formatId },
      orderBy: { day: 'desc' },
      select: { districtId: true, ranBy: true },
    });
  return (await ofEdition(id)) ?? (followsId ? await ofEdition(followsId) : null);
}

async function copyFormat(tx: Tx, format: Format, at: Date): Promise<string> {
  const { id } = await tx.activationFormat.create({
    data: nextEdition(format, at),
    select: { id: true },
  });
  return id;
}

/** @param kept the day it has already: it may stay where it is */
function dayProblem(day: string, at: Date, kept: string): Refused | null {
  const today = officeDate(at);
  if (day === kept) return null;
  if (day < plusDays(today, -DAYS_BACK))
    return refused('activation-trials.refused.longAgo', {}, 'day');
  if (day > plusDays(today, DAYS_AHEAD))
    return refused('activation-trials.refused.farAhead', {}, 'day');
  return null;
}

const comingProblem = (reached: number | null, day: string, at: Date): Refused | null =>
  reached !== null && day > officeDate(at)
    ? refused('activation-trials.refused.coming', {}, 'reached')
    : null;

/** Of what is still to come nobody has a photo, and the time a photo is kept for begins with the day. */
async function photosProblem(tx: Tx, trialId: string, day: string, at: Date) {
  if (day <= officeDate(at)) return null;
  const photos = await tx.activationPhoto.count({ where: { trialId } });
  return photos > 0 ? refused('activation-trials.refused.photographed', {}, 'day') : null;
}

/** @param kept the district it has already, also when that is not looked after any more */
async function districtProblem(tx: Tx, id: string, kept?: string): Promise<Refused | null> {
  const found = await tx.district.findFirst({
    where: { id, ...(kept === id ? {} : { active: true }) },
    select: { id: true },
  });
  return found ? null : refused('form.error.choose', {}, 'districtId');
}

async function numbersProblem(tx: Tx, numbers: readonly number[]): Promise<Refused | null> {
  const found = await tx.proposal.findMany({
    where: { number: { in: [...numbers] } },
    select: { number: true },
  });
  const missing = numbers.find((one) => !found.some(({ number }) => number === one));
  return missing === undefined
    ? null
    : refused('activation-trials.refused.noProposal', { number: missing }, 'proposalNumbers');
}
