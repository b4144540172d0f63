import 'server-only';
import { mayActAsPartner, mayCoordinate } from '@/lib/accounts/policy';
import type { System, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditEvent } from '@/lib/audit/rules';
import { localDateOf, now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { NETWORK_TAG } from './queries';
import { quietSince, slugOf, stateAfterContact, statesFrom } from './rules';
import type {
  AddPartnerInput,
  ChangeOwnProfileInput,
  ChangePartnerInput,
  MovePartnerInput,
  NoteContactInput,
} from './schema';
import type { PartnerState } from './types';

const ZONE = 'Europe/Berlin';

type Saved = { id: string };

/** A new name in the address book; it begins as a suggestion. */
export async function addPartner(visitor: Visitor, input: AddPartnerInput): Promise<Result<Saved>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    if (await isNameTaken(tx, input.name, null)) return refused(TAKEN, {}, 'name');
    const at = now();
    const { id } = await tx.partner.create({
      data: {
        ...input,
        slug: await freeSlug(tx, input.name),
        state: 'SUGGESTED',
        stateSince: at,
        updatedAt: at,
      },
      select: { id: true },
    });
    await note(visitor, tx, id, 'partner.added');
    return ok({ id });
  });
}

/** Changes everything the office keeps about a partner; of two at the same time the second is told. */
export async function changePartner(
  visitor: Visitor,
  { id, version, ...input }: ChangePartnerInput,
): Promise<Result<Saved>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    const partner = await lock(tx, id);
    if (partner.version !== version) return refused(CHANGED);
    if (await isNameTaken(tx, input.name, id)) return refused(TAKEN, {}, 'name');
    await write(tx, id, input);
    await note(visitor, tx, id, 'partner.changed');
    return ok({ id });
  });
}

/** A partner changes its own public page; name, kind and what the office notes are not its own. */
export async function changeOwnProfile(
  visitor: Visitor,
  { version, ...input }: ChangeOwnProfileInput,
): Promise<Result<Saved>> {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayActAsPartner(visitor)) throw new AppError('NOT_FOUND');
  const id = visitor.partnerId;
  return inTransaction(async (tx) => {
    const partner = await lock(tx, id);
    if (partner.state === 'ENDED') throw new AppError('NOT_FOUND');
    if (partner.version !== version) return refused(CHANGED);
    await write(tx, id, input);
    await note(visitor, tx, id, 'partner.profileChanged');
    return ok({ id });
  });
}

/** Takes a partner to another state. With the end of it the contact person is forgotten. */
export async function movePartner(
  visitor: Visitor,
  { id, version, to }: MovePartnerInput,
): Promise<Result<Saved>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    const partner = await lock(tx, id);
    if (partner.version !== version || !statesFrom(partner.state).includes(to))
      return refused(CHANGED);
    await write(tx, id, { state: to, stateSince: now(), ...(to === 'ENDED' ? FORGOTTEN : {}) });
    await note(visitor, tx, id, `partner.${AUDIT_NAMES[to]}`);
    return ok({ id });
  });
}

const FORGOTTEN = { contactPerson: '' };

const AUDIT_NAMES = {
  SUGGESTED: 'suggested',
  CONTACTED: 'contacted',
  ACTIVE: 'activated',
  DORMANT: 'fellAsleep',
  ENDED: 'ended',
} as const satisfies Record<PartnerState, string>;

/** Writes down a talk with an organisation: it wakes who slept and counts the twelve months anew. */
export async function noteContact(
  visitor: Visitor,
  { id, way, on, topic, nextStep }: NoteContactInput,
): Promise<Result<Saved>> {
  checkOffice(visitor);
  if (on > localDateOf(now(), ZONE)) return refused('network.refused.future', {}, 'on');
  return inTransaction(async (tx) => {
    const partner = await lock(tx, id);
    const day = new Date(`${on}T00:00:00Z`);
    const contact = { partnerId: id, kind: way, on: day, topic, nextStep };
    await tx.partnerContact.create({ data: contact, select: { id: true } });
    const isNewest = partner.lastContactOn === null || partner.lastContactOn < day;
    // A talk of long ago wakes nobody up.
    const isRecent = on > quietSince(localDateOf(now(), ZONE));
    const state = isRecent ? stateAfterContact(partner.state) : partner.state;
    await write(tx, id, {
      ...(isNewest ? { lastContactOn: day } : {}),
      ...(state === partner.state ? {} : { state, stateSince: now() }),
    });
    await note(visitor, tx, id, 'partner.contactNoted');
    return ok({ id });
  });
}

/** Who was active and has not been talked to for twelve months sleeps from now on. */
export async function restQuietPartners(who: System): Promise<number> {
  const since = new Date(`${quietSince(localDateOf(now(), ZONE))}T00:00:00Z`);
  const rested = await inTransaction<number>(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE partners SET state = 'DORMANT', state_since = ${now()}, version = version + 1
      WHERE state = 'ACTIVE' AND coalesce(last_contact_on, state_since::date) < ${since}::date
      RETURNING id::text`;
    for (const { id } of rows) await recordAudit(who, tx, 'partner.fellAsleep', id);
    if (rows.length > 0) await dropPages(tx, NETWORK_TAG);
    return ok(rows.length);
  });
  return rested.ok ? rested.value : 0;
}

const CHANGED = 'network.refused.changedMeanwhile';
const TAKEN = 'network.refused.nameTaken';

function checkOffice(visitor: Visitor): void {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
}

interface Locked {
  version: number;
  state: PartnerState;
  lastContactOn: Date | null;
}

async function lock(tx: Tx, id: string): Promise<Locked> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM partners WHERE id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new AppError('NOT_FOUND');
  return tx.partner.findUniqueOrThrow({
    where: { id },
    select: { version: true, state: true, lastContactOn: true },
  });
}

type Changes = Partial<Omit<ChangePartnerInput, 'id' | 'version'>> & {
  state?: PartnerState;
  stateSince?: Date;
  lastContactOn?: Date;
};

async function write(tx: Tx, id: string, changes: Changes): Promise<void> {
  const data = { ...changes, version: { increment: 1 }, updatedAt: now() };
  await tx.partner.update({ where: { id }, data, select: { id: true } });
}

async function note(visitor: Visitor, tx: Tx, id: string, action: AuditEvent): Promise<void> {
  await recordAudit(visitor, tx, action, id);
  await dropPages(tx, NETWORK_TAG);
}

async function isNameTaken(tx: Tx, name: string, own: string | null): Promise<boolean> {
  const same = { name: { equals: name, mode: 'insensitive' as const } };
  return (await tx.partner.count({ where: own ? { ...same, id: { not: own } } : same })) > 0;
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wanted = slugOf(name);
  const taken = await tx.partner.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const isTaken = (slug: string) => taken.some((row) => row.slug === slug);
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    if (!isTaken(slug)) return slug;
  }
}
