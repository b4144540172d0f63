import 'server-only';
import { command } from '@/lib/accounts/command';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { traceProblem } from '@/lib/outreach/traces/rules';
import { ACTIVATION_RIGHTS } from '../access';
import type { MoveFormatInput } from '../formats/schema';
import { canBecome, canPublish, type Decision } from '../rules';
import { findFormat, nextEdition } from '../steps';
import { ACTIVATION_TAGS } from '../tags';
import { stateToGoBackTo, TAKE_BACK_HOURS } from './rules';
import type { DecideInput, EvaluateInput } from './schema';

const right = ACTIVATION_RIGHTS.formats;
const TAGS = [ACTIVATION_TAGS.formats];

type FormatId = { id: string };

/** Says what came of the trials, and says it better as long as nothing was decided. */
export const evaluateFormat = command(
  { right, audit: ['activationFormat.evaluated'], tags: TAGS },
  async ({ tx, at, note }, input: EvaluateInput): Promise<Result<FormatId>> => {
    const { id, version, ...said } = input;
    const { state } = await findFormat(tx, id);
    if (state !== 'EVALUATED' && !canBecome(state, 'EVALUATED'))
      return refused('activation.refused.notNow');
    const held = await tx.activationTrial.count({
      where: { formatId: id, reached: { not: null } },
    });
    if (held === 0) return refused('activation-evaluation.refused.nothingHeld');
    // It stays for good, as what was learnt.
    const { whatWorked, whatToChange } = said;
    const trace = traceProblem({ whatWorked, whatToChange });
    if (trace) return trace;
    const late = await takeVersion(tx.activationFormat, id, version);
    if (late) return late;
    const evaluation = { ...said, evaluatedAt: at };
    await tx.activationEvaluation.upsert({
      where: { formatId: id },
      create: { formatId: id, ...evaluation },
      update: evaluation,
      select: { formatId: true },
    });
    const data = { state: 'EVALUATED' } as const;
    await tx.activationFormat.update({ where: { id }, data, select: { id: true } });
    await note('activationFormat.evaluated', id);
    return ok({ id });
  },
);

const EVENTS = {
  ESTABLISHED: 'activationFormat.established',
  ADJUSTED: 'activationFormat.adjusted',
  DISCARDED: 'activationFormat.discarded',
} as const satisfies Record<Decision, string>;

/**
 * Decides what becomes of it; for a day it can be taken back. What is adjusted goes on as its next edition, which is made here with all its
 * texts; what was discarded stays as learning.
 * @returns the format to go on with
 */
export const decideFormat = command(
  { right, audit: [...Object.values(EVENTS), 'activationFormat.copied'], tags: TAGS },
  async ({ tx, at, note }, input: DecideInput): Promise<Result<FormatId>> => {
    const { id, version, decision, decidedBy, reason } = input;
    const format = await findFormat(tx, id);
    if (!canBecome(format.state, decision)) return refused('activation-evaluation.refused.notYet');
    const trace = traceProblem({ reason });
    if (trace) return trace;
    const late = await takeVersion(tx.activationFormat, id, version);
    if (late) return late;
    await tx.activationFormat.update({
      where: { id },
      data: { state: decision, decidedBy, reason, decidedAt: at, decidedFrom: format.state },
      select: { id: true },
    });
    await note(EVENTS[decision], id);
    if (decision !== 'ADJUSTED') return ok({ id });
    const data = nextEdition(format, at);
    const next = await tx.activationFormat.create({ data, select: { id: true } });
    await note('activationFormat.copied', next.id);
    return ok({ id: next.id });
  },
);

/**
 * Decided by mistake: it stands again where it stood, and the edition that was made of it goes, as long as nobody did
 * anything with that.
 */
export const takeBackDecision = command(
  { right, audit: ['activationFormat.decisionTakenBack'], tags: TAGS },
  async ({ tx, at, note }, { id, version }: MoveFormatInput): Promise<Result<FormatId>> => {
    const format = await findFormat(tx, id);
    const state = stateToGoBackTo(format, at);
    if (state === null)
      return refused('activation-evaluation.refused.decisionStays', { hours: TAKE_BACK_HOURS });
    const late = await takeVersion(tx.activationFormat, id, version);
    if (late) return late;
    const where = { followsId: id };
    await tx.activationFormat.deleteMany({
      where: { ...where, state: 'CONCEPT', version: 0, createdAt: { gte: format.decidedAt ?? at } },
    });
    if ((await tx.activationFormat.count({ where })) > 0)
      return refused('activation-evaluation.refused.goesOn');
    const none = { decidedAt: null, decidedBy: null, decidedFrom: null, reason: '' };
    await tx.activationFormat.update({
      where: { id },
      data: { ...none, state, published: format.published && canPublish(state) },
      select: { id: true },
    });
    await note('activationFormat.decisionTakenBack', id);
    return ok({ id });
  },
);
