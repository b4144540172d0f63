import type { AuditFilter, AuditPeriod } from './types';

/** Days a period reaches back. */
export const AUDIT_PERIODS = { week: 7, month: 30, year: 366 } as const satisfies Record<
  AuditPeriod,
  number
>;

const MOST_PAGES = 10_000;

/** What an address asks for; whatever is not understood is what one sees first. */
export function auditFilterOf(
  asked: Readonly<Record<string, unknown>>,
  kinds: readonly string[],
): AuditFilter {
  const { kind, period, page } = asked;
  const number = typeof page === 'string' && /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1;
  return {
    kind: kinds.find((known) => known === kind) ?? 'all',
    period: isOneOf(AUDIT_PERIODS, period) ? period : 'month',
    page: Math.min(number, MOST_PAGES),
  };
}

function isOneOf<Names extends object>(names: Names, word: unknown): word is keyof Names {
  return typeof word === 'string' && Object.hasOwn(names, word);
}
