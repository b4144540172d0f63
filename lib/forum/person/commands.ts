import 'server-only';
import { command } from '@/lib/accounts/command';
import { takeProofMail } from '@/lib/cases/proving/steps';
import { holdCase } from '@/lib/cases/steps';
import { tellElsewhere } from '@/lib/cases/telling/steps';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '../access';
import { REGISTRATIONS } from '../registrations/steps';
import { EMPTIED, NOBODY } from './rules';
import type { CorrectPersonInput, ErasePersonInput } from './schema';

const { keep } = FORUM_RIGHTS;

/** A sign-up of this session and no other. @throws NOT_FOUND */
async function held(tx: Tx, { session, number }: { session: number; number: number }) {
  // What was emptied because it is old is nobody's any more.
  const codeHash = { not: { startsWith: EMPTIED } };
  const where = { number, session: { number: session }, codeHash };
  if ((await tx.registration.count({ where })) === 0) throw new AppError('NOT_FOUND');
  return holdCase(tx, REGISTRATIONS, { number });
}

/** How somebody is reached. */
const REACHED = { id: true, contactKind: true, contactValue: true } as const;

/** Name and contact are put right; what is still to be told goes to the person on the new way. */
export const correctPerson = command(
  {
    ...{ right: keep, audit: ['registration.personCorrected'], tags: [] },
    prepare: async (_who, { session, number, contact }: CorrectPersonInput) =>
      takeProofMail(
        contact,
        await db.registration.findFirst({
          where: { number, session: { number: session } },
          select: REACHED,
        }),
      ),
  },
  async (
    { tx, note, ready: mayMail },
    { session, number, seen, name, contact }: CorrectPersonInput,
  ) => {
    const registration = await held(tx, { session, number });
    const { id, userId: accountId } = registration;
    const late = await takeVersion(tx.registration, id, seen);
    if (late) return late;
    const right = { name, contactKind: contact.kind, contactValue: contact.value };
    await tx.registration.update({ where: { id }, data: right, select: { id: true } });
    const was = { ...registration, accountId };
    await tellElsewhere(tx, was, { ...registration, ...right }, mayMail);
    await note('registration.personCorrected', id);
    return ok({ number });
  },
);

/**
 * Whoever signed up is forgotten because they want to be: name, contact, account, and what they need. Their seats
 * stay theirs, on an empty line of the list to sign, until they are given back.
 */
export const erasePerson = command(
  { right: keep, audit: ['registration.personErased'], tags: [] },
  async ({ tx, note }, { session, number, seen }: ErasePersonInput) => {
    const { id } = await held(tx, { session, number });
    const late = await takeVersion(tx.registration, id, seen);
    if (late) return late;
    await tx.registration.update({ where: { id }, data: NOBODY, select: { id: true } });
    await note('registration.personErased', id);
    return ok({ number });
  },
);
