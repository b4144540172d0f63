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
  /** What somebody did with it and noted. */
  requestStep: (request: { id: string }, to: SupportState): Promise<string> =>
    make.add('support_steps', {
      ...{ request_id: request.id, to, at: new Date(), by: 'office', audience: 'PERSON' },
      note: 'Der Saal ist an dem Tag vergeben.',
    }),
});

export const addresses = async (things: Made) => {
  const declined = await things.request('DECLINED', { reason_text: 'Der Saal ist vergeben.' });
  await things.requestStep(declined, 'DECLINED');
  return {
    request: (await things.request('OFFERED')).code,
    openRequest: (await things.request('RECEIVED')).number,
    declinedRequest: declined.number,
    group: await things.group(),
  };
};

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
