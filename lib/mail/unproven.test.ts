import { describe, expect, it } from 'vitest';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import { newCode } from '@/lib/core/tokens';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest } from '@/lib/testing/factories';
import { takeReceiptMail, takeUnprovenMail, UNPROVEN_LIMITS } from './unproven';

testDatabase();

const somebody = () => `${newCode(12).toLowerCase()}@person.example`;
const from = <T>(address: string, work: () => Promise<T>) =>
  processState().requests.run({ address, id: '', pageNotes: newPageNotes() }, work);
const toMail = (value: string) => ({ kind: 'MAIL' as const, value });

async function taken(times: number, take: (time: number) => Promise<boolean>): Promise<number> {
  let count = 0;
  for (let time = 0; time < times; time += 1) if (await take(time)) count += 1;
  return count;
}

describe('what is mailed to an address because somebody typed it', () => {
  it('is counted together, receipts and codes', async () => {
    const email = somebody();
    const one = await from('10.1.0.1', () =>
      taken(40, (time) =>
        time % 2 === 0 ? takeUnprovenMail(email) : takeReceiptMail(makeGuest(), toMail(email)),
      ),
    );
    expect(one).toBe(UNPROVEN_LIMITS.networkAndAddress.max);
  });

  it('is at most 21 an hour, from however many networks', async () => {
    const email = somebody();
    const all = await taken(120, (time) =>
      from(`10.${time % 60}.0.1`, () => takeReceiptMail(makeGuest(), toMail(email))),
    );
    expect(all).toBe(21);
    // Another address has its own.
    expect(await from('10.99.0.1', () => takeReceiptMail(makeGuest(), toMail(somebody())))).toBe(
      true,
    );
  });

  it('is the same for every name a person gives the same inbox', async () => {
    const email = somebody();
    const tagged = (time: number) => (time % 2 === 0 ? email : email.replace('@', `+${time}@`));
    const all = await from('10.3.0.1', () => taken(30, (time) => takeUnprovenMail(tagged(time))));
    expect(all).toBe(UNPROVEN_LIMITS.networkAndAddress.max);
  });

  it('does not count for whoever has shown that the address is theirs, nor for the office', async () => {
    const email = somebody();
    const owner = await makeActor({ email });
    const office = await makeActor({ roles: ['COORDINATOR'] });
    const stranger = await makeActor();
    const fromOne = (visitor: Parameters<typeof takeReceiptMail>[0]) =>
      from('10.2.0.1', () => taken(30, () => takeReceiptMail(visitor, toMail(email))));
    expect(await fromOne(owner)).toBe(30);
    expect(await fromOne(office)).toBe(30);
    expect(await fromOne(stranger)).toBe(UNPROVEN_LIMITS.networkAndAddress.max);
  });

  it('is nothing where nobody wants a mail', async () => {
    expect(await takeReceiptMail(makeGuest(), { kind: 'PHONE', value: '03771 1' })).toBe(false);
  });
});
