import { describe, expect, it } from 'vitest';
import { mayActAsPartner, mayCoordinate, mayOpenOffice, mayVote, ownerOf } from './policy';
import type { Actor, Guest, Role } from './types';

const actor = (roles: Role[], secondFactor = true) =>
  ({
    kind: 'person',
    roles: new Set(roles),
    secondFactor,
    partnerId: roles.includes('PARTNER') ? 'partner' : null,
  }) as unknown as Actor;

describe('who may do what', () => {
  it.each<[Role[], { opens: boolean; votes: boolean; partner: boolean }]>([
    [[], { opens: false, votes: true, partner: false }],
    [['PARTNER'], { opens: false, votes: false, partner: true }],
    [['COUNSELLOR'], { opens: false, votes: false, partner: false }],
    [['COORDINATOR'], { opens: true, votes: false, partner: false }],
    [['ADMIN'], { opens: true, votes: false, partner: false }],
    [['COUNSELLOR', 'COORDINATOR'], { opens: true, votes: false, partner: false }],
  ])('%s', (roles, { opens, votes, partner }) => {
    expect(mayOpenOffice(actor(roles))).toBe(opens);
    expect(mayCoordinate(actor(roles))).toBe(opens);
    expect(mayVote(actor(roles))).toBe(votes);
    expect(mayActAsPartner(actor(roles))).toBe(partner);
  });

  it.each<[Role[], boolean]>([
    [[], true],
    [['PARTNER'], true],
    [['COORDINATOR'], false],
    [['ADMIN'], false],
  ])('%s has what they hand in with their account: %s', (roles, has) => {
    const one = { ...actor(roles), id: 'mine' } as Actor;
    expect(ownerOf(one)).toBe(has ? 'mine' : null);
    expect(ownerOf({ kind: 'guest' } as Guest)).toBeNull();
  });

  it('sees the way to the office before the second factor, and nothing behind it', () => {
    expect(mayOpenOffice(actor(['ADMIN'], false))).toBe(true);
    expect(mayCoordinate(actor(['ADMIN'], false))).toBe(false);
  });
});
