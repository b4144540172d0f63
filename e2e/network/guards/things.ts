import { wednesday } from '../../days';
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

  /** Something that was noted about a talk with a partner. */
  partnerTalk(partnerId: string): Promise<string> {
    return make.add('partner_contacts', {
      ...{ partner_id: partnerId, kind: 'CALL', on: wednesday(-9), topic: 'Ein Gespräch' },
    });
  },
});

export const addresses = async (made: Made, house: House) => {
  const partner = house.homes.partners[0];
  return { partner, partnerTalk: await made.partnerTalk(partner) };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
