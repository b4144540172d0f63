import { DAY_MS } from '@/lib/core/day.mjs';
import type { Role, WorkArea } from '../types';

const HOUR_MS = 3_600_000;

/** Days without use after which a browser must sign in again. */
const SESSION_DAYS = 30;
/** The office signs in once a working day. */
const STAFF_SESSION_HOURS = 12;
/** However much it is used, a session ends here. */
export const LONGEST_SESSION_DAYS = 180;

const STAFF: readonly Role[] = ['COORDINATOR', 'COUNSELLOR', 'ADMIN'];

export function isStaffRole(role: Role): boolean {
  return STAFF.includes(role);
}

const AREA_ROLES: Readonly<Record<WorkArea, readonly Role[]>> = {
  OFFICE: ['COORDINATOR', 'ADMIN'],
  COUNSELLING: ['COUNSELLOR'],
};

/** Whether somebody works in both areas and so has to say in which one just now. */
function hasTwoAreas(held: readonly Role[]): boolean {
  return Object.values(AREA_ROLES).every((roles) => roles.some((role) => held.includes(role)));
}

/**
 * The area of a session: whoever works in both begins in the office and changes by a press, never by an
 * address. Null where there is nothing to choose.
 */
export function areaOf(held: readonly Role[], chosen: WorkArea | null): WorkArea | null {
  return hasTwoAreas(held) ? (chosen ?? 'OFFICE') : null;
}

/** The rights that count in an area: those of the other one do not. */
export function rolesIn(held: readonly Role[], area: WorkArea | null): Role[] {
  if (area === null) return [...held];
  const other = area === 'OFFICE' ? 'COUNSELLING' : 'OFFICE';
  return held.filter((role) => !AREA_ROLES[other].includes(role));
}

/** When a session that starts now ends if it is not used. */
export function sessionEnd(at: Date, staff: boolean): Date {
  return new Date(at.getTime() + (staff ? STAFF_SESSION_HOURS * HOUR_MS : SESSION_DAYS * DAY_MS));
}

/** When a resident's session ends after it was used now. */
export function extendedEnd(createdAt: Date, at: Date): Date {
  const latest = createdAt.getTime() + LONGEST_SESSION_DAYS * DAY_MS;
  return new Date(Math.min(sessionEnd(at, false).getTime(), latest));
}

// The first that matches counts: every Edge also says Chrome, every Chrome also says Safari.
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/** `Firefox · Windows`: enough to know one's own device again, too little to follow anybody. */
export function browserKind(userAgent: string): string {
  const name = (list: readonly [RegExp, string][]) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [name(BROWSERS), name(SYSTEMS)].filter((part) => part !== undefined).join(' · ');
}
