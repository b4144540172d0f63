import type { MinutesItem, MinutesState } from './types';

/** The office writes until it hands them over, and again when they come back. */
export function canWriteMinutes(state: MinutesState): boolean {
  return state === 'NONE' || state === 'DRAFT';
}

/** Also those that were published because nobody was there to confirm them. */
export function canConfirmMinutes(state: MinutesState): boolean {
  return state === 'SUBMITTED' || state === 'UNCONFIRMED';
}

/** What everybody reads already cannot be sent back, only be confirmed. */
export function canReturnMinutes(state: MinutesState): boolean {
  return state === 'SUBMITTED';
}

/** Only what nobody has read out or answered yet. */
export function canTakeBackMinutes(state: MinutesState): boolean {
  return state === 'SUBMITTED';
}

/** Those everybody reads. */
export const PUBLIC_MINUTES: MinutesState[] = ['UNCONFIRMED', 'CONFIRMED'];

export function areMinutesPublic(state: MinutesState): boolean {
  return PUBLIC_MINUTES.includes(state);
}

type Said = Pick<MinutesItem, 'late' | 'corrections'>;

/** Something in them was added or corrected since they were confirmed. @param since when; null: they are not */
export function isBeyondConfirmed(items: readonly Said[], since: Date | null): boolean {
  if (since === null) return false;
  return items.some(
    ({ late, corrections }) =>
      (late !== null && late.at > since) || corrections.some(({ at }) => at > since),
  );
}

/** The addition whose form the address opens; empty where it names none, so that no other form gives way to nothing. */
export const openedAddition = (
  items: readonly { id: string; late: unknown }[],
  asked: string,
): string => items.find(({ id, late }) => id === asked && late !== null)?.id ?? '';
