import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideChange, decideSignUp, freeSeats, waitingPosition, whoMovesUp } from './rules';
import type { WaitingGroup } from './types';

const seats = (
  capacity: number | null,
  confirmed: number,
  smallestWaiting: number | null = null,
) => ({ capacity, confirmed, smallestWaiting });

describe('what a new group gets', () => {
  it.each([
    ['the first of many', seats(20, 0), 2, 'CONFIRMED'],
    ['exactly the rest', seats(20, 18), 2, 'CONFIRMED'],
    ['one person too many', seats(20, 19), 2, 'WAITLISTED'],
    ['a full room', seats(20, 20), 1, 'WAITLISTED'],
    ['the whole room', seats(6, 0), 6, 'CONFIRMED'],
    ['more than the room holds', seats(6, 0), 7, 'TOO_LARGE'],
    ['more than a full room holds', seats(6, 6), 7, 'TOO_LARGE'],
    ['no limit', seats(null, 4000), 10, 'CONFIRMED'],
    ['seats too few for those who wait', seats(20, 18, 5), 2, 'CONFIRMED'],
    ['seats somebody waiting could use', seats(20, 18, 2), 2, 'WAITLISTED'],
    ['seats a smaller waiting group could use', seats(20, 17, 1), 3, 'WAITLISTED'],
    ['a room that was overfilled by hand', seats(20, 23), 1, 'WAITLISTED'],
  ] as const)('%s', (_name, given, persons, outcome) => {
    expect(decideSignUp(given, persons)).toBe(outcome);
  });
});

describe('free seats', () => {
  it.each([
    [20, 5, 15],
    [20, 20, 0],
    [20, 25, 0],
    [null, 5, Number.POSITIVE_INFINITY],
  ])('of %s with %i taken are %d', (capacity, confirmed, free) => {
    expect(freeSeats({ capacity, confirmed })).toBe(free);
  });
});

const queue = (...persons: number[]): WaitingGroup[] =>
  persons.map((count, index) => ({ id: `g${index + 1}`, persons: count, queueNumber: index + 1 }));

describe('who moves up', () => {
  it.each([
    ['nobody when nothing is free', 20, 20, queue(1, 2), []],
    ['the first that fits, not the first', 20, 18, queue(5, 2), ['g2']],
    ['several in a row', 20, 15, queue(2, 2, 1), ['g1', 'g2', 'g3']],
    ['the next that still fits', 20, 16, queue(3, 2, 1), ['g1', 'g3']],
    ['everybody without a limit', null, 20, queue(5, 5), ['g1', 'g2']],
  ] as const)('%s', (_name, capacity, confirmed, waiting, ids) => {
    expect(whoMovesUp({ capacity, confirmed }, [...waiting])).toEqual(ids);
  });

  it('goes by queue number, not by the order of the rows', () => {
    expect(whoMovesUp({ capacity: 2, confirmed: 0 }, queue(2, 2).reverse())).toEqual(['g1']);
  });
});

describe('another number of persons', () => {
  it.each([
    ['fewer with a seat', 20, 'CONFIRMED', 4, 2, 'KEPT'],
    ['fewer while waiting', 20, 'WAITLISTED', 4, 2, 'KEPT'],
    ['the same', 20, 'WAITLISTED', 4, 4, 'KEPT'],
    ['more that fit', 18, 'CONFIRMED', 2, 4, 'KEPT'],
    ['more than fit', 18, 'CONFIRMED', 2, 5, 'NOT_ENOUGH_SEATS'],
    ['more while waiting', 10, 'WAITLISTED', 2, 3, 'GROWS_WHILE_WAITING'],
  ] as const)('%s', (_name, confirmed, state, before, after, outcome) => {
    expect(decideChange({ capacity: 20, confirmed }, { state, persons: before }, after)).toBe(
      outcome,
    );
  });
});

/** A forum in memory that only follows the rules, to see what they add up to. */
class Room {
  confirmed: WaitingGroup[] = [];
  waiting: WaitingGroup[] = [];
  gone: WaitingGroup[] = [];
  turnedAway = 0;
  last = 0;

  constructor(public capacity: number) {}

  get taken(): number {
    return this.confirmed.reduce((sum, { persons }) => sum + persons, 0);
  }

  signUp(persons: number): void {
    this.last += 1;
    const group = { id: `g${this.last}`, persons, queueNumber: this.last };
    const smallestWaiting = this.waiting.length
      ? Math.min(...this.waiting.map((one) => one.persons))
      : null;
    const outcome = decideSignUp(seats(this.capacity, this.taken, smallestWaiting), persons);
    if (outcome === 'CONFIRMED') this.confirmed.push(group);
    else if (outcome === 'WAITLISTED') this.waiting.push(group);
    else this.turnedAway += 1;
  }

  cancel(index: number): void {
    const all = [...this.confirmed, ...this.waiting];
    const group = all[index % Math.max(1, all.length)];
    if (!group) return;
    this.confirmed = this.confirmed.filter((one) => one !== group);
    this.waiting = this.waiting.filter((one) => one !== group);
    this.gone.push(group);
    this.moveUp();
  }

  change(index: number, persons: number): void {
    const group = this.confirmed[index % Math.max(1, this.confirmed.length)];
    const room = { capacity: this.capacity, confirmed: this.taken };
    if (!group || decideChange(room, { ...group, state: 'CONFIRMED' }, persons) !== 'KEPT') return;
    group.persons = persons;
    this.moveUp();
  }

  grow(by: number): void {
    this.capacity += by;
    this.moveUp();
  }

  moveUp(): void {
    const waitedInOrder = [...this.waiting];
    const ids = whoMovesUp({ capacity: this.capacity, confirmed: this.taken }, this.waiting);
    const moved = waitedInOrder.filter(({ id }) => ids.includes(id));
    this.confirmed.push(...moved);
    this.waiting = waitedInOrder.filter(({ id }) => !ids.includes(id));
  }
}

const deed = fc.oneof(
  fc.record({ kind: fc.constant('signUp' as const), persons: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ kind: fc.constant('cancel' as const), index: fc.nat(200) }),
  fc.record({
    kind: fc.constant('change' as const),
    index: fc.nat(200),
    persons: fc.integer({ min: 1, max: 10 }),
  }),
  fc.record({ kind: fc.constant('grow' as const), by: fc.integer({ min: 1, max: 5 }) }),
);

type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

function act(room: Room, one: Deed): void {
  if (one.kind === 'signUp') room.signUp(one.persons);
  else if (one.kind === 'cancel') room.cancel(one.index);
  else if (one.kind === 'change') room.change(one.index, one.persons);
  else room.grow(one.by);
}

describe('whatever people do', () => {
  const evening = fc.record({
    capacity: fc.integer({ min: 1, max: 40 }),
    deeds: fc.array(deed, { maxLength: 80 }),
  });

  it('the room is never overfilled, nobody is lost, and no usable seat stays empty', () => {
    fc.assert(
      fc.property(evening, ({ capacity, deeds }) => {
        const room = new Room(capacity);
        for (const one of deeds) {
          act(room, one);
          const free = room.capacity - room.taken;
          expect(free).toBeGreaterThanOrEqual(0);
          expect(room.waiting.every(({ persons }) => persons > free)).toBe(true);
          const known = room.confirmed.length + room.waiting.length + room.gone.length;
          expect(known + room.turnedAway).toBe(room.last);
        }
      }),
    );
  });

  it('the queue keeps its order and positions count from one', () => {
    fc.assert(
      fc.property(evening, ({ capacity, deeds }) => {
        const room = new Room(capacity);
        for (const one of deeds) act(room, one);
        const numbers = room.waiting.map(({ queueNumber }) => queueNumber);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(numbers.map((number) => waitingPosition(room.waiting, number))).toEqual(
          numbers.map((_, index) => index + 1),
        );
      }),
    );
  });

  it('nobody moves up past a group that would have fitted into the same seats', () => {
    const persons = fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(40), persons, (free, groups) => {
        const waiting = queue(...groups);
        const moved = whoMovesUp({ capacity: free, confirmed: 0 }, waiting);
        let left = free;
        for (const { id, persons: size } of waiting) {
          expect(moved.includes(id)).toBe(size <= left);
          if (moved.includes(id)) left -= size;
        }
      }),
    );
  });
});
