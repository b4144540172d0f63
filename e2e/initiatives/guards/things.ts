import { requestRow } from '../../../lib/initiatives/rows.mjs';
import type { SupportState } from '../../../lib/initiatives/types';
import { type Made, type Maker, newCode, type Row } from '../../guards/making';

export const things = (make: Maker) => ({
  group(): Promise<string> {
    const name = `Wachgruppe ${newCode()}`;
    return make.add('initiatives', { slug: name.toLowerCase(), name, state: 'ACTIVE' });
  },
  async request(state: SupportState, more: Row = {}) {
    const code = newCode();
    const id = await make.add('support_requests', {
      ...requestRow({
        codeHash: make.house.hash('support', code),
        title: 'Eine Anfrage für die Wachen',
        body: 'Sie ist nur da, damit jemand etwas mit ihr tun kann.',
        districtId: make.district,
        state,
      }),
      ...more,
    });
    return { id, code, number: await make.numberOf('support_requests', id) };
  },
});

export const addresses = async (things: Made) => ({
  request: (await things.request('OFFERED')).code,
  openRequest: (await things.request('RECEIVED')).number,
  group: await things.group(),
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
