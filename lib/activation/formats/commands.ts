import 'server-only';
import { command } from '@/lib/accounts/command';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { traceProblem } from '@/lib/outreach/traces/rules';
import { ACTIVATION_RIGHTS } from '../access';
import { canBecome, canPublish, isDecided, isDescribed } from '../rules';
import { findFormat } from '../steps';
import { ACTIVATION_TAGS } from '../tags';
import type {
  AddFormatInput,
  ChangeFormatInput,
  MoveFormatInput,
  PublishFormatInput,
} from './schema';

const right = ACTIVATION_RIGHTS.formats;

type FormatId = { id: string };

/** What a format is stays for good, so nothing in it leads to a person. */
const textsProblem = ({ costCents: _, ...texts }: AddFormatInput) => traceProblem(texts);

/** Writes an idea down. */
export const addFormat = command(
  { right, audit: ['activationFormat.added'], tags: [] },
  async ({ tx, at, note }, input: AddFormatInput): Promise<Result<FormatId>> => {
    const trace = textsProblem(input);
    if (trace) return trace;
    const data = { ...input, state: 'IDEA', createdAt: at } as const;
    const { id } = await tx.activationFormat.create({ data, select: { id: true } });
    await note('activationFormat.added', id);
    return ok({ id });
  },
);

/** Says it better, as long as nothing was decided about it. */
export const changeFormat = command(
  { right, audit: ['activationFormat.changed'], tags: [] },
  async ({ tx, note }, input: ChangeFormatInput): Promise<Result<FormatId>> => {
    const { id, version, ...texts } = input;
    const { state, goal } = await findFormat(tx, id);
    if (isDecided(state)) return refused('activation.refused.decided');
    // Whether it was reached is said of this one.
    if (state === 'EVALUATED' && texts.goal !== goal)
      return refused('activation.refused.goalStays', {}, 'goal');
    if (state !== 'IDEA' && !isDescribed(texts))
      return refused('activation.refused.notDescribed', {}, texts.goal ? 'procedure' : 'goal');
    const trace = textsProblem(texts);
    if (trace) return trace;
    const late = await takeVersion(tx.activationFormat, id, version);
    if (late) return late;
    await tx.activationFormat.update({ where: { id }, data: texts, select: { id: true } });
    await note('activationFormat.changed', id);
    return ok({ id });
  },
);

/** An idea that says what for and how is a concept. */
export const describeFormat = command(
  { right, audit: ['activationFormat.described'], tags: [] },
  async ({ tx, note }, { id, version }: MoveFormatInput): Promise<Result<FormatId>> => {
    const format = await findFormat(tx, id);
    if (format.state !== 'IDEA' || !canBecome(format.state, 'CONCEPT'))
      return refused('activation.refused.notNow');
    if (!isDescribed(format)) return refused('activation.refused.notDescribed');
    const late = await takeVersion(tx.activationFormat, id, version);
    if (late) return late;
    const data = { state: 'CONCEPT' } as const;
    await tx.activationFormat.update({ where: { id }, data, select: { id: true } });
    await note('activationFormat.described', id);
    return ok({ id });
  },
);

/** Tells everybody about it, in words of its own; what the office writes for itself is never told. */
export const publishFormat = command(
  {
    right,
    audit: ['activationFormat.published'],
    tags: [ACTIVATION_TAGS.formats, ACTIVATION_TAGS.told],
  },
  async ({ tx, note }, input: PublishFormatInput): Promise<Result<FormatId>> => {
    const { id, version, ...wording } = input;
    const { state } = await findFormat(tx, id);
    const held = await tx.activationTrial.count({
      where: { formatId: id, reached: { not: null } },
    });
    if (!canPublish(state) || held === 0) return refused('activation.refused.notTried');
    const trace = traceProblem(wording);
    if (trace) return trace;
    const late = await takeVersion(tx.activationFormat, id, version);
    if (late) return late;
    const data = { ...wording, published: true };
    await tx.activationFormat.update({ where: { id }, data, select: { id: true } });
    await note('activationFormat.published', id);
    return ok({ id });
  },
);

/** Takes it off the public page; the wording stays for another time. */
export const withdrawFormat = command(
  {
    right,
    audit: ['activationFormat.withdrawn'],
    tags: [ACTIVATION_TAGS.formats, ACTIVATION_TAGS.told],
  },
  async ({ tx, note, unchanged }, { id, version }: MoveFormatInput): Promise<Result<FormatId>> => {
    const { published } = await findFormat(tx, id);
    if (!published) {
      unchanged();
      return ok({ id });
    }
    const late = await takeVersion(tx.activationFormat, id, version);
    if (late) return late;
    const data = { published: false };
    await tx.activationFormat.update({ where: { id }, data, select: { id: true } });
    await note('activationFormat.withdrawn', id);
    return ok({ id });
  },
);
