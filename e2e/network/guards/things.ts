import type { House } from '../../guards/house';
import { type Made, type Maker, newCode } from '../../guards/making';

export const things = (make: Maker) => ({
  /** A partner nobody signs in for. */
  partner(): Promise<string> {
    const name = `Wachverein ${newCode()}`;
    return make.add('partners', {
      ...{ slug: name.toLowerCase(), name, kind: 'ASSOCIATION', state: 'ACTIVE' },
      role_in_quarter: 'Passt auf.',
    });
  },
});

export const addresses = async (_things: Made, house: House) => ({
  partner: house.homes.partners[0],
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
