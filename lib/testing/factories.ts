import { actorOfToken } from '@/lib/accounts/actor';
import { isStaff } from '@/lib/accounts/policy';
import type { Actor, Guest, Role, Visitor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { announceDrop } from '@/lib/core/process-state.mjs';
import { hashSecret, newToken } from '@/lib/core/tokens';
import { ownerDb } from './owner';

let counter = 0;

function unique(word: string): string {
  counter += 1;
  return `${word}-${process.pid}-${counter}`;
}

/** The one row of settings, in a made-up town. */
export async function makeOffice(
  changes: Partial<{ filledAsDemo: boolean; promiseWorkdays: number }> = {},
) {
  const values = {
    officeName: 'Stadtteilbüro Musterberg',
    forumName: 'Stadtteilforum',
    townName: 'Musterstadt',
    carrierName: 'Träger e. V.',
    street: 'Musterweg 1',
    postalCode: '01234',
    phone: '030 23125-100',
    email: 'buero@office.example',
    openingHours: [{ weekday: 2, from: '09:00', to: '12:00' }],
    ...changes,
  };
  // The program changes this row and never makes one.
  await ownerDb.officeSettings.upsert({
    where: { id: 1 },
    create: { id: 1, ...values },
    update: values,
  });
  announceDrop(['*']);
}

export async function makeDistrict(changes: Partial<{ slug: string; name: string }> = {}) {
  const district = await db.district.create({
    data: { slug: unique('stadtteil'), name: 'Musterhang', position: counter, ...changes },
  });
  announceDrop(['*']);
  return district;
}

export async function makeCategory() {
  const category = await db.category.create({
    data: { slug: unique('thema'), label: 'Wege und Licht' },
  });
  announceDrop(['*']);
  return category;
}

export async function makePartner(
  changes: Partial<{ name: string; email: string; agreedResponseDays: number }> = {},
) {
  return db.partner.create({
    data: { slug: unique('partner'), name: 'Bauamt', kind: 'AUTHORITY', ...changes },
  });
}

export interface ActorWishes {
  roles?: Role[];
  districtId?: string;
  partnerId?: string;
  secondFactor?: boolean;
  email?: string | null;
}

const LONG_AGO = new Date('2020-01-01T12:00:00Z');

/** A signed-in person made the way real ones are: a user, a session, and a look into the database. */
export async function makeActor(wishes: ActorWishes = {}): Promise<Actor> {
  const token = newToken();
  const at = now();
  const needsFactor =
    wishes.secondFactor ?? wishes.roles?.some((role) => role !== 'PARTNER') ?? false;
  const user = await db.user.create({
    data: {
      email: wishes.email === undefined ? `${unique('person')}@person.example` : wishes.email,
      districtId: wishes.districtId ?? null,
      partnerId: wishes.partnerId ?? null,
      totpConfirmedAt: needsFactor ? at : null,
      lastSeenAt: at,
      // They have had it for a while: who has just been given a right agrees to nothing of before.
      roles: { create: (wishes.roles ?? []).map((role) => ({ role, grantedAt: LONG_AGO })) },
    },
  });
  await db.userSession.create({
    data: {
      tokenHash: hashSecret('session', token),
      userId: user.id,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + DAY_MS),
      secondFactorAt: needsFactor ? at : null,
    },
  });
  const actor = await actorOfToken(token);
  if (actor.kind !== 'person') throw new Error('the session just made was not found');
  return actor;
}

export function makeGuest(): Guest {
  return { kind: 'guest' } as Guest;
}

/** What a form action hands to a command; `token` stands for one rendered form. */
export function makeContext(token: string = newToken(), locale = 'de') {
  return {
    locale,
    codeFor: (purpose: string, characters: number) => codeOf(purpose, token, characters),
  };
}

function codeOf(purpose: string, token: string, characters: number): string {
  const letters = hashSecret(purpose, token)
    .toUpperCase()
    .replace(/[^34679ACDEFGHJKMNPQRTWXY]/g, '');
  return letters.repeat(characters).slice(0, characters);
}

/** What a command says to somebody without its right: whoever may still sign in or prove more, may. */
export function whyNotAllowed(who: Visitor) {
  if (who.kind === 'guest') return 'SIGN_IN_REQUIRED';
  return isStaff(who) && !who.secondFactor ? 'SECOND_FACTOR_REQUIRED' : 'NOT_FOUND';
}
