import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditEvent } from '@/lib/audit/rules';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { GROUP_AUDIT, groupStatesFrom } from './rules';
import type { AddGroupInput, ChangeGroupInput, MoveGroupInput } from './schema';
import type { InitiativeState } from './types';

type Saved = { id: string };

const CHANGED = 'initiatives.refused.groupChanged';

/** A group of neighbours that is coming together. */
export async function addGroup(visitor: Visitor, input: AddGroupInput): Promise<Result<Saved>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    const problem = await whyNot(tx, input, null);
    if (problem) return problem;
    const { id } = await tx.initiative.create({
      data: { ...columnsOf(input), slug: crypto.randomUUID(), state: 'FORMING' },
      select: { id: true },
    });
    await note(visitor, tx, id, 'initiative.added');
    return ok({ id });
  });
}

/** Changes what is known about a group; of two at the same time the second is told. */
export async function changeGroup(
  visitor: Visitor,
  { id, version, ...input }: ChangeGroupInput,
): Promise<Result<Saved>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    const group = await lock(tx, id);
    if (group.version !== version) return refused(CHANGED);
    const problem = await whyNot(tx, input, id);
    if (problem) return problem;
    await tx.initiative.update({
      where: { id },
      data: { ...columnsOf(input), version: { increment: 1 } },
      select: { id: true },
    });
    await note(visitor, tx, id, 'initiative.changed');
    return ok({ id });
  });
}

/** Takes a group to another state. When it ends the contact person is forgotten. */
export async function moveGroup(
  visitor: Visitor,
  { id, version, to }: MoveGroupInput,
): Promise<Result<Saved>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    const group = await lock(tx, id);
    if (group.version !== version || !groupStatesFrom(group.state).includes(to))
      return refused(CHANGED);
    await tx.initiative.update({
      where: { id },
      data: {
        state: to,
        version: { increment: 1 },
        ...(to === 'ENDED' ? { contactPerson: '' } : {}),
      },
      select: { id: true },
    });
    await note(visitor, tx, id, GROUP_AUDIT[to]);
    return ok({ id });
  });
}

function checkOffice(visitor: Visitor): void {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
}

function columnsOf({ district, activeSince, ...input }: AddGroupInput) {
  const since = activeSince === null ? null : new Date(`${activeSince}T00:00:00Z`);
  return { ...input, districtId: district, activeSince: since };
}

async function whyNot(tx: Tx, { name, district }: AddGroupInput, own: string | null) {
  const same = { name: { equals: name, mode: 'insensitive' as const } };
  const taken = await tx.initiative.count({
    where: own ? { ...same, id: { not: own } } : same,
  });
  // Requests recognise a group by its name.
  if (taken > 0) return refused('initiatives.refused.groupNameTaken', {}, 'name');
  const isKnown =
    district === null || (await tx.district.count({ where: { id: district, active: true } })) > 0;
  return isKnown ? null : refused('form.error.choose', {}, 'district');
}

async function lock(tx: Tx, id: string): Promise<{ version: number; state: InitiativeState }> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM initiatives WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new AppError('NOT_FOUND');
  return tx.initiative.findUniqueOrThrow({
    where: { id },
    select: { version: true, state: true },
  });
}

async function note(visitor: Visitor, tx: Tx, id: string, action: AuditEvent): Promise<void> {
  await recordAudit(visitor, tx, action, id);
  await dropPages(tx, 'initiatives');
}
