import type { House } from './house';
import { type Addresses, slugOfHome } from './making';
import { addressesOf } from './things';

export type { Addresses } from './making';

export async function makeAddresses(house: House): Promise<Addresses> {
  const own = {
    person: (await house.person('resident')).id,
    district: await slugOfHome(house),
  };
  return { ...own, ...(await addressesOf(house)) } as Addresses;
}
