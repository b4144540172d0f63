import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { OwnPart, TakenPart } from './types';

/**
 * Everything that is tied to this account, and nothing of anybody else: the answer to "what does this
 * site know about me" (GDPR Art. 15). Keys (hashes of cookies and codes) are left out; they open doors
 * and tell nothing.
 */
export async function getOwnData(actor: Actor): Promise<OwnPart[]> {
  const account = await accountParts(actor);
  const given = await givenParts(actor);
  const polls = await pollParts(actor);
  return [...account, ...given, ...polls].filter(({ rows }) => rows.length > 0);
}

const instant = (at: Date | null) => at?.toISOString() ?? '';

async function accountParts(actor: Actor): Promise<OwnPart[]> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      email: true,
      displayName: true,
      locale: true,
      createdAt: true,
      lastSeenAt: true,
      totpConfirmedAt: true,
      pollReminders: true,
      reminderPhone: true,
      district: { select: { name: true } },
      partner: { select: { name: true } },
      roles: { select: { role: true, grantedAt: true } },
      sessions: { select: { browser: true, createdAt: true, lastSeenAt: true, area: true } },
      moderatedSessions: { select: { number: true, title: true }, orderBy: { number: 'asc' } },
      cards: { select: { position: true, firstUsed: true, batch: { select: { number: true } } } },
    },
  });
  const account = {
    email: user.email ?? '',
    name: user.displayName ?? '',
    district: user.district?.name ?? '',
    partner: user.partner?.name ?? '',
    language: user.locale,
    created: instant(user.createdAt),
    lastUsed: instant(user.lastSeenAt),
    secondFactor: instant(user.totpConfirmedAt),
    reminders: user.pollReminders ? '✓' : '',
    phone: user.reminderPhone,
  };
  return [
    { part: 'account', rows: [account] },
    {
      part: 'roles',
      rows: user.roles.map(({ role, grantedAt }) => ({ role, created: instant(grantedAt) })),
    },
    {
      part: 'sessions',
      rows: user.sessions.map(({ browser, createdAt, lastSeenAt, area }) => ({
        browser,
        ...(area ? { area } : {}),
        created: instant(createdAt),
        lastUsed: instant(lastSeenAt),
      })),
    },
    {
      part: 'moderations',
      rows: user.moderatedSessions.map(({ number, title }) => ({ number: String(number), title })),
    },
    {
      part: 'cards',
      rows: user.cards.map(({ position, firstUsed, batch }) => ({
        number: `${batch.number}-${position}`,
        created: instant(firstUsed),
      })),
    },
  ];
}

async function givenParts(actor: Actor): Promise<OwnPart[]> {
  const proposals = await db.proposal.findMany({
    where: { authorId: actor.id },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      title: true,
      body: true,
      name: true,
      contactValue: true,
      submittedAt: true,
    },
  });
  const registrations = await db.registration.findMany({
    where: { userId: actor.id },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      name: true,
      persons: true,
      needsNote: true,
      contactValue: true,
      createdAt: true,
      session: { select: { title: true } },
    },
  });
  return [
    {
      part: 'proposals',
      rows: proposals.map((row) => ({
        number: String(row.number),
        title: row.title,
        text: row.body,
        name: row.name,
        contact: row.contactValue,
        created: instant(row.submittedAt),
      })),
    },
    {
      part: 'registrations',
      rows: registrations.map((row) => ({
        number: String(row.number),
        title: row.session.title,
        name: row.name,
        persons: String(row.persons),
        text: row.needsNote,
        contact: row.contactValue,
        created: instant(row.createdAt),
      })),
    },
    { part: 'requests', rows: await requestRows(actor) },
  ];
}

async function requestRows(actor: Actor): Promise<Record<string, string>[]> {
  const rows = await db.supportRequest.findMany({
    where: { userId: actor.id },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      title: true,
      body: true,
      name: true,
      contactValue: true,
      requestedAt: true,
    },
  });
  return rows.map((row) => ({
    number: String(row.number),
    title: row.title,
    text: row.body,
    name: row.name,
    contact: row.contactValue,
    created: instant(row.requestedAt),
  }));
}

async function pollParts(actor: Actor): Promise<OwnPart[]> {
  const taken = await takenPart(actor, null);
  const rowsOf = (wanted: TakenPart['kind']) =>
    taken
      .filter(({ kind }) => kind === wanted)
      .map(({ number, title }) => ({ number: String(number), title }));
  return [
    { part: 'polls', rows: rowsOf('poll') },
    { part: 'supports', rows: rowsOf('support') },
  ];
}

const MOST_LISTED = 200;

/**
 * Polls somebody voted in and proposals they support, by number and name only: which way they voted is
 * known nowhere.
 */
export async function listTakenPart(actor: Actor): Promise<TakenPart[]> {
  return takenPart(actor, MOST_LISTED);
}

/** One statement for both; `most` null asks for everything. */
async function takenPart(actor: Actor, most: number | null): Promise<TakenPart[]> {
  return db.$queryRaw<TakenPart[]>`
    SELECT 'poll' AS kind, polls.number, polls.question AS title
    FROM roll_entries JOIN polls ON polls.id = roll_entries.poll_id
    WHERE roll_entries.user_id = ${actor.id}::uuid
    UNION ALL
    SELECT 'support', proposals.number, proposals.title
    FROM proposal_supports JOIN proposals ON proposals.id = proposal_supports.proposal_id
    WHERE proposal_supports.user_id = ${actor.id}::uuid
    ORDER BY 1, 2 DESC LIMIT ${most}::int`;
}
