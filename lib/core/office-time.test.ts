import { afterEach, describe, expect, it, vi } from 'vitest';

/** The program as it runs for an office somewhere: a setting is read once in its life. */
async function officeIn(zone: string) {
  vi.stubEnv('TIME_ZONE', zone);
  vi.resetModules();
  const clock = await import('./clock');
  return { ...(await import('./office-time')), setClock: clock.setClock };
}

afterEach(() => vi.unstubAllEnvs());

describe('the time of the office', () => {
  it.each([
    ['', '2026-10-25', '2026-10-25T23:00:00.000Z', '2026-10-24T22:00:00.000Z'],
    ['Europe/Vienna', '2026-10-25', '2026-10-25T23:00:00.000Z', '2026-10-24T22:00:00.000Z'],
    ['Europe/Lisbon', '2026-10-24', '2026-10-24T23:00:00.000Z', '2026-10-24T23:00:00.000Z'],
  ])('is that of its town: %s', async (zone, today, midnight, begin) => {
    const office = await officeIn(zone);
    const at = new Date('2026-10-24T22:30:00Z');
    office.setClock(at);
    expect(office.officeToday()).toBe(today);
    expect(office.officeDate(at)).toBe(today);
    expect(office.officeMidnight(at).toISOString()).toBe(midnight);
    expect(office.officeInstant('2026-10-25T00:00').toISOString()).toBe(begin);
  });
});
