import { describe, expect, it } from 'vitest';
import { browserKind, extendedEnd, isStaffRole, sessionEnd } from './rules';

const at = new Date('2027-01-01T08:00:00Z');

describe('sessions', () => {
  it('last twelve hours for the office and thirty days for everybody else', () => {
    expect(sessionEnd(at, true).toISOString()).toBe('2027-01-01T20:00:00.000Z');
    expect(sessionEnd(at, false).toISOString()).toBe('2027-01-31T08:00:00.000Z');
  });

  it('go on while they are used, but not for ever', () => {
    const soon = new Date('2027-02-10T08:00:00Z');
    expect(extendedEnd(at, soon).toISOString()).toBe('2027-03-12T08:00:00.000Z');
    const late = new Date('2027-06-25T08:00:00Z');
    expect(extendedEnd(at, late).toISOString()).toBe('2027-06-30T08:00:00.000Z');
  });

  it('know who is staff', () => {
    expect(
      ['COORDINATOR', 'COUNSELLOR', 'ADMIN'].map((role) => isStaffRole(role as 'ADMIN')),
    ).toEqual([true, true, true]);
    expect([isStaffRole('PARTNER'), isStaffRole('REPRESENTATIVE')]).toEqual([false, false]);
  });
});

describe('kinds of browsers', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari · iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    ['curl/8.5', ''],
    ['<script>alert(1)</script>', ''],
  ])('%s', (userAgent, expected) => {
    expect(browserKind(userAgent)).toBe(expected);
  });
});
