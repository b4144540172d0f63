import { randomUUID } from 'node:crypto';
import { hoursFromNow, type Made, type Maker, newCode } from '../../guards/making';

export const things = (make: Maker) => ({
  /** What stands in the link of a mail to an address the office typed in afterwards. */
  async proofLink(): Promise<string> {
    const token = newCode(48);
    await make.addRows('unproven_addresses', [
      {
        case_id: randomUUID(),
        typed_at: new Date(),
        link_hash: make.house.hash('address-proof-link', token),
        link_ends_at: hoursFromNow(24),
      },
    ]);
    return token;
  },
});

export const addresses = async (things: Made) => ({ proofLink: await things.proofLink() });

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
