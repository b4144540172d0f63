import { randomUUID } from 'node:crypto';

/**
 * A request for support as it may lie in the database. Plain Node: the demo is filled where nothing of the
 * program is built.
 * @template {Partial<import('../../prisma/generated/client').Prisma.SupportRequestUncheckedCreateInput>} Changes
 * @param {Changes} changes its district, and whatever is to be different
 */
export function requestRow(changes) {
  const at = changes.requestedAt ?? new Date();
  return {
    codeHash: randomUUID(),
    title: 'Raum für die Krabbelgruppe',
    body: 'Einmal in der Woche ein warmer Raum mit ein paar Matten.',
    kinds: /** @type {const} */ (['ROOM']),
    contactKind: /** @type {const} */ ('NUMBER'),
    channel: /** @type {const} */ ('ONLINE'),
    state: /** @type {const} */ ('RECEIVED'),
    stateSince: at,
    requestedAt: at,
    ...changes,
  };
}
