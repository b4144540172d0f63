import { randomUUID } from 'node:crypto';
import { besideTheGuards } from '../../lib/tooling/guards.mjs';
import { createInserter } from '../../lib/tooling/seed/rows.mjs';
import type { House } from './house';
import type { Addresses, Made, Maker } from './making';
import { partsOf } from './parts';

interface Part {
  things(make: Maker): Partial<Made>;
  addresses?(things: Made, house: House): Promise<Partial<Addresses>>;
}

const parts = await partsOf<Part>('things');

/** Fresh rows for actions to work on, written as they lie in the database. */
export type Things = Made;
export const Things = class {
  constructor(house: House) {
    const make = makerOf(house);
    Object.assign(this, { district: make.district }, ...parts.map((part) => part.things(make)));
  }
} as new (
  house: House,
) => Made;

function makerOf(house: House): Maker {
  const insert = createInserter(house.client);
  const beside: typeof insert = (table, rows) =>
    besideTheGuards(house.client, [table], () => insert(table, rows));
  const ways = (write: typeof insert) => ({
    addRows: write,
    async add(table: string, row: Record<string, unknown>) {
      const id = randomUUID();
      await write(table, [{ id, ...row }]);
      return id;
    },
  });
  return {
    house,
    district: house.homes.districts[0],
    ...ways(insert),
    besideGuards: ways(beside),
    numberOf: (table, id) => house.one<number>(`SELECT number FROM ${table} WHERE id = $1`, [id]),
  };
}

/** What each domain makes to be looked at. */
export async function addressesOf(house: House): Promise<Partial<Addresses>> {
  const things = new Things(house);
  const all: Partial<Addresses> = {};
  for (const part of parts) {
    const own = (await part.addresses?.(things, house)) ?? {};
    const twice = Object.keys(own).filter((name) => name in all);
    if (twice.length > 0) throw new Error(`two domains make an address called ${twice}`);
    Object.assign(all, own);
  }
  return all;
}
