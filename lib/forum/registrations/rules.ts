import type { SignUpStatus } from '@/lib/forum/sessions/types';
import {
  NEEDS,
  type Need,
  type OwnRegistration,
  type RegistrationInOffice,
  type RegistrationState,
  type SeatState,
} from './types';

/** Why a seat at a session of this status is none any more, or not yet again. */
const NO_SEAT_AT = {
  cancelled: 'sessionCancelled',
  postponed: 'sessionPostponed',
  over: 'over',
} as const satisfies Partial<Record<SignUpStatus, SeatState>>;

/** What is so of a sign-up and its session together; what was given back stays given back. */
export function seatAt(state: RegistrationState, status: SignUpStatus): SeatState {
  if (state === 'CANCELLED') return state;
  return status in NO_SEAT_AT ? NO_SEAT_AT[status as keyof typeof NO_SEAT_AT] : state;
}

/** How many groups with a seat need something, in a fixed order, without what nobody needs. */
export function sumNeeds(
  registrations: readonly Pick<RegistrationInOffice, 'state' | 'needs'>[],
): { need: Need; count: number }[] {
  const coming = registrations.filter(({ state }) => state === 'CONFIRMED');
  return NEEDS.map((need) => ({
    need,
    count: coming.filter(({ needs }) => needs.includes(need)).length,
  })).filter(({ count }) => count > 0);
}

/** Stored texts → the needs this version knows. */
export function knownNeeds(stored: readonly string[]): Need[] {
  return NEEDS.filter((need) => stored.includes(need));
}

export interface ListRow {
  id: string;
  /** Empty for a line that is left for somebody who just comes. */
  name: string;
  /** Comes with the group of this name. */
  companion: boolean;
}

/**
 * Lines of the list people sign: one for each person with a seat, in alphabetical order, then empty
 * ones for everybody who comes without having signed up, up to full sheets.
 * @param perSheet lines that fit on one sheet
 * @param fewestEmpty lines that stay empty at least
 */
export function attendanceSheets(
  groups: readonly { number: number; name: string; persons: number }[],
  perSheet: number,
  fewestEmpty: number,
): ListRow[][] {
  const sorted = [...groups].sort(
    (a, b) => a.name.localeCompare(b.name, 'de') || a.number - b.number,
  );
  const rows = sorted.flatMap(({ number, name, persons }) =>
    Array.from({ length: persons }, (_, index) => ({
      id: `${number}-${index}`,
      name,
      companion: index > 0,
    })),
  );
  const length = Math.ceil((rows.length + fewestEmpty) / perSheet) * perSheet;
  const all: ListRow[] = [
    ...rows,
    ...Array.from({ length: length - rows.length }, (_, index) => ({
      id: `empty-${index}`,
      name: '',
      companion: false,
    })),
  ];
  return Array.from({ length: length / perSheet }, (_, sheet) =>
    all.slice(sheet * perSheet, (sheet + 1) * perSheet),
  );
}

/** What was given back, and who did it: from the steps it took, the oldest first. */
export function howItEnded(
  steps: readonly { to: RegistrationState; by: string }[],
): OwnRegistration['ended'] {
  const last = steps.findLast(({ to }) => to === 'CANCELLED');
  const before = steps.findLast(({ to }) => to !== 'CANCELLED')?.to;
  if (last === undefined || before === undefined || before === 'CANCELLED') return null;
  return { before, by: last.by === 'office' ? 'office' : 'guest' };
}
