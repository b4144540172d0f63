import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { folded } from '@/lib/core/folded';
import { ok, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { INITIATIVE_RIGHTS } from '../access';
import { INITIATIVES_TAGS } from '../tags';
import { GROUP_AUDIT, groupStatesFrom } from './rules';
import type { AddGroupInput, ChangeGroupInput, MoveGroupInput } from './schema';
import type { InitiativeState } from './types';

type Saved = { id: string };

const TAGS = [INITIATIVES_TAGS.groups];

/** A group of neighbours that is coming together. */
export const addGroup = command(
  { right: INITIATIVE_RIGHTS.keepGroups, audit: ['initiative.added'], tags: TAGS },
  async ({ tx, note }, input: AddGroupInput): Promise<Result<Saved>> => {
    const problem = await whyNot(tx, input, null);
    if (problem) return problem;
    const { id } = await tx.initiative.create({
      data: { ...columnsOf(input), slug: crypto.randomUUID(), state: 'FORMING' },
      select: { id: true },
    });
    await note('initiative.added', id);
    return ok({ id });
  },
);

/** Changes what is known about a group; of two at the same time the second is told. */
export const changeGroup = command(
  { right: INITIATIVE_RIGHTS.keepGroups, audit: ['initiative.changed'], tags: TAGS },
  async ({ tx, note }, { id, version, ...input }: ChangeGroupInput): Promise<Result<Saved>> => {
    await lock(tx, id);
    const late = await takeVersion(tx.initiative, id, version);
    if (late) return late;
    const problem = await whyNot(tx, input, id);
    if (problem) return problem;
    await tx.initiative.update({
      where: { id },
      data: columnsOf(input),
      select: { id: true },
    });
    await note('initiative.changed', id);
    return ok({ id });
  },
);

/** Takes a group to another state. When it ends the contact person is forgotten. */
export const moveGroup = command(
  { right: INITIATIVE_RIGHTS.keepGroups, audit: Object.values(GROUP_AUDIT), tags: TAGS },
  async ({ tx, note }, { id, version, to }: MoveGroupInput): Promise<Result<Saved>> => {
    const group = await lock(tx, id);
    const late = await takeVersion(tx.initiative, id, version);
    if (late) return late;
    if (!groupStatesFrom(group.state).includes(to)) return refused(CHANGED_MEANWHILE);
    await tx.initiative.update({
      where: { id },
      data: {
        state: to,
        ...(to === 'ENDED' ? { contactPerson: '' } : {}),
      },
      select: { id: true },
    });
    await note(GROUP_AUDIT[to], id);
    return ok({ id });
  },
);

function columnsOf({ district, activeSince, ...input }: AddGroupInput) {
  const since = activeSince === null ? null : dayColumn(activeSince);
  return { ...input, districtId: district, activeSince: since };
}

/** Everybody reads what a group does; who speaks for it is the office's. */
async function whyNot(tx: Tx, { name, about, district }: AddGroupInput, own: string | null) {
  const named = nameProblem({ about });
  if (named) return named;
  const [taken] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM initiatives
    WHERE folded(name) = ${folded(name)} AND id IS DISTINCT FROM ${own}::uuid LIMIT 1`;
  // Requests recognise a group by its name.
  if (taken) return refused('initiatives.refused.groupNameTaken', {}, 'name');
  const isKnown = district === null || (await isDistrict(tx, district, own));
  return isKnown ? null : refused('form.error.choose', {}, 'district');
}

/** Also the one it was in before the office gave it up. */
async function isDistrict(tx: Tx, id: string, own: string | null): Promise<boolean> {
  const possible = [{ active: true }, ...(own ? [{ initiatives: { some: { id: own } } }] : [])];
  return (await tx.district.count({ where: { id, OR: possible } })) > 0;
}

async function lock(tx: Tx, id: string): Promise<{ state: InitiativeState }> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM initiatives WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new AppError('NOT_FOUND');
  return tx.initiative.findUniqueOrThrow({
    where: { id },
    select: { state: true },
  });
}
