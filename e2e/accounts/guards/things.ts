import { randomUUID } from 'node:crypto';
import { hoursFromNow, type Made, type Maker, newCode, type Row } from '../../guards/making';
import { derived } from '../../guards/secrets';

export const things = (make: Maker) => ({
  async card() {
    const printKey = newCode(16);
    const code = derived(make.house, 'card', `${printKey} 1`, 16);
    const batchId = await make.add('access_card_batches', {
      label: 'Wache',
      size: 24,
      print_key: printKey,
    });
    const batch = await make.numberOf('access_card_batches', batchId);
    await make.add('access_cards', {
      batch_id: batchId,
      position: 1,
      code_hash: make.house.hash('card', code),
    });
    return { code, batchId, number: `${batch}-1` };
  },
  invitation(more: Row = {}): Promise<string> {
    return make.add('invitations', {
      email: `${newCode()}@person.example`.toLowerCase(),
      roles: ['COUNSELLOR'],
      expires_at: hoursFromNow(24),
      ...more,
    });
  },
  async signInCode(link = newCode(48)) {
    const id = randomUUID();
    const code = newCode();
    await make.addRows('sign_in_codes', [
      {
        id,
        email: `${newCode()}@person.example`.toLowerCase(),
        chain_id: id,
        code_hash: make.house.hash('sign-in-code', `${id} ${code}`),
        link_hash: make.house.hash('sign-in-link', link),
        expires_at: hoursFromNow(0.1),
      },
    ]);
    return { id, code, link };
  },
});

export const addresses = async (things: Made) => {
  await things.invitation();
  return {
    batch: (await things.card()).batchId,
    signInRequest: (await things.signInCode()).id,
  };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
