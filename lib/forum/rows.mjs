import { randomUUID } from 'node:crypto';

/**
 * A sign-up as it may lie in the database. Plain Node: the demo is filled where nothing of the program is built.
 * @template {Partial<import('../../prisma/generated/client').Prisma.RegistrationUncheckedCreateInput>} Changes
 * @param {Changes} changes the session, the place in its queue, and whatever is to be different
 */
export const registrationRow = (changes) => ({
  codeHash: randomUUID(),
  name: 'Familie Groß-Müller',
  persons: 1,
  needs: /** @type {string[]} */ ([]),
  contactKind: /** @type {const} */ ('NUMBER'),
  channel: /** @type {const} */ ('ONLINE'),
  state: /** @type {const} */ ('CONFIRMED'),
  ...changes,
});
