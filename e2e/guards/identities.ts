import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Visitor } from '../../lib/tooling/bench/browserless.mjs';

/**
 * Everybody the guards look at the house as; `halfway` is a coordinator without the second step, the last
 * two are one person who works in both areas and has chosen one.
 */
export const IDENTITIES = [
  'guest',
  'resident',
  'neighbour',
  'partner',
  'otherPartner',
  'halfway',
  'counsellor',
  'coordinator',
  'admin',
  'representative',
  'funder',
  'inOffice',
  'inCounselling',
] as const;
export type Identity = (typeof IDENTITIES)[number];

interface Recipe {
  roles: string[];
  /** Which of the two partners; residents belong to a district instead. */
  partner?: 'first' | 'second';
  district?: 'first' | 'second';
  secondFactor?: boolean;
  area?: 'OFFICE' | 'COUNSELLING';
}

const RECIPES: Record<Exclude<Identity, 'guest'>, Recipe> = {
  resident: { roles: [], district: 'first' },
  neighbour: { roles: [], district: 'second' },
  partner: { roles: ['PARTNER'], partner: 'first' },
  otherPartner: { roles: ['PARTNER'], partner: 'second' },
  halfway: { roles: ['COORDINATOR'], secondFactor: false },
  counsellor: { roles: ['COUNSELLOR'], secondFactor: true },
  coordinator: { roles: ['COORDINATOR'], secondFactor: true },
  admin: { roles: ['ADMIN'], secondFactor: true },
  representative: { roles: ['REPRESENTATIVE'], district: 'first' },
  funder: { roles: ['FUNDER'] },
  inOffice: { roles: ['COORDINATOR', 'COUNSELLOR'], secondFactor: true, area: 'OFFICE' },
  inCounselling: {
    roles: ['ADMIN', 'COORDINATOR', 'COUNSELLOR'],
    secondFactor: true,
    area: 'COUNSELLING',
  },
};

/** Somebody of an identity, made for one look and used up by it. */
export interface Person {
  identity: Identity;
  visitor: Visitor;
  /** Empty for a guest. */
  id: string;
  email: string;
  sessionId: string;
}

/** Rows of the demo that identities belong to. */
export interface Homes {
  districts: readonly [string, string];
  partners: readonly [string, string];
}

let counter = 0;

/** An address nobody else has, so that limits per address do not answer for the guards. */
function nextAddress(): string {
  counter += 1;
  return `10.${(counter >> 16) & 255}.${(counter >> 8) & 255}.${counter & 255}`;
}

export function keyedHash(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\u0000${value}`).digest('base64url');
}

/** A form's token as a page of this instance would give it. @param minutes from now */
export function formToken(secret: string, minutes = 0): string {
  const at = Date.now() + minutes * 60_000;
  const body = `${at.toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${body}.${keyedHash(secret, 'form', body).slice(0, 22)}`;
}

/** Has opened the counselling's own calendar in this browser. */
async function openDesk(client: pg.Client, sessionId: string): Promise<string> {
  const key = randomBytes(36).toString('base64url');
  await client.query('INSERT INTO counselling.desks (session_id, key_hash) VALUES ($1, $2)', [
    sessionId,
    createHash('sha256').update(key).digest('hex'),
  ]);
  return `; __Host-stadtteilforum-beratung=${key}`;
}

/** A signed-in person made by SQL: the demo's door has one person per role, the guards need many. */
export async function makePerson(
  client: pg.Client,
  { url, secret, homes }: { url: string; secret: string; homes: Homes },
  identity: Identity,
): Promise<Person> {
  const visitor = new Visitor(url, nextAddress());
  if (identity === 'guest') return { identity, visitor, id: '', email: '', sessionId: '' };
  const { roles, partner, district, secondFactor, area } = RECIPES[identity];
  const [id, sessionId, token] = [
    randomUUID(),
    randomUUID(),
    randomBytes(36).toString('base64url'),
  ];
  const email = `${identity.toLowerCase()}-${id.slice(0, 8)}@person.example`;
  const pick = <T>(pair: readonly [T, T], which?: 'first' | 'second') =>
    which ? pair[which === 'first' ? 0 : 1] : null;
  await client.query(
    `INSERT INTO users (id, email, display_name, district_id, partner_id, totp_confirmed_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN now() END)`,
    [
      id,
      email,
      `Probe ${identity}`,
      pick(homes.districts, district),
      pick(homes.partners, partner),
      secondFactor !== undefined,
    ],
  );
  await client.query(
    'INSERT INTO role_grants (id, user_id, role) SELECT gen_random_uuid(), $1, unnest($2::text[])::"Role"',
    [id, roles],
  );
  await client.query(
    `INSERT INTO user_sessions (id, token_hash, user_id, browser, expires_at, second_factor_at, area)
     VALUES ($1, $2, $3, '', now() + interval '1 day', CASE WHEN $4 THEN now() END, $5)`,
    [sessionId, keyedHash(secret, 'session', token), id, secondFactor === true, area ?? null],
  );
  visitor.cookie = `__Host-stadtteilforum=${token}`;
  if (roles.includes('COUNSELLOR')) visitor.cookie += await openDesk(client, sessionId);
  return { identity, visitor, id, email, sessionId };
}
