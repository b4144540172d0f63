import { expect, it } from 'vitest';
import { secondFactorOf } from './rules';

it('a second factor is missing only where one is needed', () => {
  const of = (role: 'COORDINATOR' | 'COUNSELLOR' | 'ADMIN' | 'PARTNER' | 'FUNDER', isSet = false) =>
    secondFactorOf({ roles: [role], secondFactorSetUp: isSet });
  expect([of('COORDINATOR'), of('COUNSELLOR'), of('ADMIN')]).toEqual(['no', 'no', 'no']);
  expect([of('PARTNER'), of('FUNDER')]).toEqual(['unneeded', 'unneeded']);
  expect(of('ADMIN', true)).toBe('yes');
});
