import type { Seats, WaitingGroup } from './types';

/*
 * Who gets a seat. Seats are persons; a group has its seats together or not at all; the order is
 * the order of signing up.
 *
 * A smaller group that signs up later may have seats that are too few for a larger group in front
 * of it: otherwise chairs stay empty while somebody was turned away. It may not have seats that a
 * waiting group could use. When seats become free, the first waiting group that fits moves up,
 * then the next one that still fits. The price is that a large group can wait longer than a small
 * one; the office sees it in the list and can raise the number of seats.
 */

type Room = Pick<Seats, 'capacity' | 'confirmed'>;

/** Persons that still fit in; `Infinity` where there is no limit, never negative. */
export function freeSeats({ capacity, confirmed }: Room): number {
  return capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - confirmed);
}

export type SignUpOutcome = 'CONFIRMED' | 'WAITLISTED' | 'TOO_LARGE';

/** What a new group gets. `TOO_LARGE`: the room could never hold it, so waiting would be in vain. */
export function decideSignUp(
  seats: Room & Pick<Seats, 'smallestWaiting'>,
  persons: number,
): SignUpOutcome {
  if (seats.capacity !== null && persons > seats.capacity) return 'TOO_LARGE';
  const free = freeSeats(seats);
  const overtakes = seats.smallestWaiting !== null && seats.smallestWaiting <= free;
  return persons <= free && !overtakes ? 'CONFIRMED' : 'WAITLISTED';
}

/**
 * Ids of the waiting groups that get seats now, in queue order. One pass is enough: a group that
 * did not fit will not fit later in the pass, because free seats only become fewer.
 */
export function whoMovesUp(room: Room, waiting: readonly WaitingGroup[]): string[] {
  let free = freeSeats(room);
  const moved: string[] = [];
  for (const group of inOrder(waiting)) {
    if (group.persons > free) continue;
    free -= group.persons;
    moved.push(group.id);
  }
  return moved;
}

/** Place in the queue: waiting groups before it, plus one. */
export function waitingPosition(waiting: readonly WaitingGroup[], queueNumber: number): number {
  return waiting.filter((group) => group.queueNumber < queueNumber).length + 1;
}

export type ChangeOutcome = 'KEPT' | 'NOT_ENOUGH_SEATS' | 'GROWS_WHILE_WAITING';

/**
 * Whether a group may come with another number of persons. Fewer is always possible. A seated
 * group may grow into free seats (no waiting group fits into them, or it would have moved up). A
 * waiting group cannot grow in its place: whoever came after it would be overtaken.
 */
export function decideChange(
  room: Room,
  group: { state: 'CONFIRMED' | 'WAITLISTED'; persons: number },
  persons: number,
): ChangeOutcome {
  if (persons <= group.persons) return 'KEPT';
  if (group.state === 'WAITLISTED') return 'GROWS_WHILE_WAITING';
  return persons - group.persons <= freeSeats(room) ? 'KEPT' : 'NOT_ENOUGH_SEATS';
}

function inOrder(waiting: readonly WaitingGroup[]): WaitingGroup[] {
  return [...waiting].sort((a, b) => a.queueNumber - b.queueNumber);
}
