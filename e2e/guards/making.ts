import { randomUUID } from 'node:crypto';
import type { House } from './house';
import type { Person } from './identities';
import type { Field } from './server-actions';

export type Row = Record<string, unknown>;

/** Writes rows as they lie in the database. */
export interface Maker {
  readonly house: House;
  /** The one most things of the guards are in. */
  readonly district: string;
  /** One row with an id of its own, which is answered. */
  add(table: string, row: Row): Promise<string>;
  /** Rows that are as they are, without an id unless they bring one. */
  addRows(table: string, rows: Row[]): Promise<void>;
  /** What the program could never write: a poll that is over at once, minutes after they were handed over. */
  readonly besideGuards: Pick<Maker, 'add' | 'addRows'>;
  numberOf(table: string, id: string): Promise<number>;
}

/** Fresh rows for actions to work on; each domain adds what it makes in its `guards/things.ts`. */
export interface Made {
  readonly district: string;
}

/** Addresses that stand for a route, made before the guards look; each domain adds its own. */
export interface Addresses {
  person: string;
  district: string;
}

/** What stands in an action's form so that whoever may gets it done, made anew for each call. */
export type Input = (given: Given) => Promise<readonly Field[]> | readonly Field[];

export interface Given {
  house: House;
  things: Made;
  person: Person;
}

export type InputTable = Readonly<Record<string, Input>>;

/** What is made by `make`, with the rest still to be said. */
export const by =
  <Rest extends unknown[], Thing>(make: Maker, thing: (make: Maker, ...rest: Rest) => Thing) =>
  (...rest: Rest): Thing =>
    thing(make, ...rest);

const LETTERS = '34679ACDEFGHJKMNPQRTWXY';

/** A code of the people-friendly letters, never the same twice. */
export function newCode(characters = 8): string {
  const hex = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  return Array.from(
    { length: characters },
    (_, index) => LETTERS[Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) % 23],
  ).join('');
}

export const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/** The slug of the district the guards live in. */
export const slugOfHome = (house: House) =>
  house.one('SELECT slug FROM districts WHERE id = $1', [house.homes.districts[0]]);
