import 'server-only';
import { command } from '@/lib/accounts/command';
import type { System } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import type { AuditEvent } from '@/lib/audit/types';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { folded, slugOf } from '@/lib/core/folded';
import { officeToday } from '@/lib/core/office-time';
import { ok, type Result, refused, refusedAnew } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { NETWORK_RIGHTS } from './access';
import { quietSince, statesFrom } from './rules';
import type {
  AddPartnerInput,
  ChangeOwnProfileInput,
  ChangePartnerInput,
  MovePartnerInput,
} from './schema';
import { lockPartner, tellPeopleOf, writePartner } from './steps';
import { NETWORK_TAGS } from './tags';
import type { PartnerState } from './types';

type Saved = { id: string };

const TAGS = [NETWORK_TAGS.partners];

/** A new name in the address book; it begins as a suggestion. */
export const addPartner = command(
  { right: NETWORK_RIGHTS.keep, audit: ['partner.added'], tags: TAGS },
  async ({ tx, at, note }, input: AddPartnerInput): Promise<Result<Saved>> => {
    if (await isNameTaken(tx, input.name, null)) return refused(TAKEN, {}, 'name');
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
    await note('partner.added', id);
    return ok({ id });
  },
);

/** Changes everything the office keeps about a partner; of two at the same time the second is told. */
export const changePartner = command(
  { right: NETWORK_RIGHTS.keep, audit: ['partner.changed'], tags: TAGS },
  async (
    { tx, at, note },
    { id, version, ...input }: ChangePartnerInput,
  ): Promise<Result<Saved>> => {
    await lockPartner(tx, id);
    const late = await takeVersion(tx.partner, id, version);
    if (late) return late;
    if (await isNameTaken(tx, input.name, id)) return refused(TAKEN, {}, 'name');
    await writePartner(tx, id, at, input);
    await note('partner.changed', id);
    return ok({ id });
  },
);

/** A partner changes its own public page; name, kind and what the office notes are not its own. */
export const changeOwnProfile = command(
  { right: NETWORK_RIGHTS.ownProfile, audit: ['partner.profileChanged'], tags: TAGS },
  async (
    { tx, at, actor, note },
    { version, ...input }: ChangeOwnProfileInput,
  ): Promise<Result<Saved>> => {
    const id = actor.partnerId;
    const partner = await lockPartner(tx, id);
    if (partner.state === 'ENDED') return refusedAnew('network.refused.over');
    const late = await takeVersion(tx.partner, id, version);
    if (late) return late;
    await writePartner(tx, id, at, input);
    await note('partner.profileChanged', id);
    return ok({ id });
  },
);

const MOVED = {
  SUGGESTED: 'partner.suggested',
  CONTACTED: 'partner.contacted',
  ACTIVE: 'partner.activated',
  DORMANT: 'partner.fellAsleep',
  ENDED: 'partner.ended',
} as const satisfies Record<PartnerState, AuditEvent>;

const FORGOTTEN = { contactPerson: '' };

/**
 * Takes a partner to another state. With the end of it the contact person is forgotten, and whoever acts for it hears so.
 */
export const movePartner = command(
  { right: NETWORK_RIGHTS.keep, audit: Object.values(MOVED), tags: TAGS },
  async (given, { id, version, to }: MovePartnerInput): Promise<Result<Saved>> => {
    const { tx, at, note } = given;
    const partner = await lockPartner(tx, id);
    const late = await takeVersion(tx.partner, id, version);
    if (late) return late;
    if (!statesFrom(partner.state).includes(to)) return refused(CHANGED_MEANWHILE);
    await writePartner(tx, id, at, {
      state: to,
      stateSince: at,
      ...(to === 'ENDED' ? FORGOTTEN : {}),
    });
    await note(MOVED[to], id);
    if (to === 'ENDED') await tellPeopleOf(given, id, 'ended');
    if (partner.state === 'ENDED') await tellPeopleOf(given, id, 'takenUp');
    return ok({ id });
  },
);

/**
 * Who has been active for twelve months without a talk, a question that reached them or an answer of theirs sleeps
 * from now on. Being made active by hand is a beginning as well: it is not undone the next night.
 */
export async function restQuietPartners(who: System): Promise<number> {
  const since = dayColumn(quietSince(officeToday()));
  const rested = await inTransaction<number>(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE partners p SET state = 'DORMANT', state_since = ${now()}, version = version + 1
      WHERE state = 'ACTIVE' AND greatest(last_contact_on, state_since::date) < ${since}::date
        AND NOT EXISTS (SELECT FROM handovers WHERE partner_id = p.id AND sent_at >= ${since}::date)
        AND NOT EXISTS (SELECT FROM statements WHERE partner_id = p.id AND received_at >= ${since}::date)
      RETURNING id::text`;
    for (const { id } of rows) await recordAudit(who, tx, 'partner.fellAsleep', id);
    if (rows.length > 0) await dropPages(tx, NETWORK_TAGS.partners);
    return ok(rows.length);
  });
  return rested.ok ? rested.value : 0;
}

const TAKEN = 'network.refused.nameTaken';

async function isNameTaken(tx: Tx, name: string, own: string | null): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM partners
    WHERE folded(name) = ${folded(name)} AND id IS DISTINCT FROM ${own}::uuid LIMIT 1`;
  return found !== undefined;
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wanted = slugOf(name) || 'partner';
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
