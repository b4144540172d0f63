import { newToken } from '@/lib/core/tokens';
import { makeContext, makeGuest } from '@/lib/testing/factories';
import { requestSupport } from './requesting/commands';
import type { RequestSupportInput } from './requesting/schema';

/** A valid request; `districtId` must be a real one. */
export function requestInput(
  districtId: string,
  changes: Partial<RequestSupportInput> = {},
): RequestSupportInput {
  return {
    kinds: ['ROOM'],
    title: 'Raum für die Krabbelgruppe',
    body: 'Einmal in der Woche ein warmer Raum mit ein paar Matten.',
    wantedFor: 'donnerstags',
    amount: null,
    districtId,
    groupName: 'Eltern vom Hang',
    name: 'Jana',
    contact: { kind: 'NUMBER', value: '' },
    ...changes,
  };
}

/** A request that reached the office, with the code of its receipt. */
export async function makeRequest(districtId: string, changes: Partial<RequestSupportInput> = {}) {
  const context = makeContext(newToken());
  const result = await requestSupport(makeGuest(), requestInput(districtId, changes), context);
  if (!result.ok) throw new Error(result.code);
  return { number: result.value.number, code: context.codeFor('support', 8) };
}
