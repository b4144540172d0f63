import 'server-only';
import { command } from '@/lib/accounts/command';
import { takeProofMail } from '@/lib/cases/proving/steps';
import { holdCase } from '@/lib/cases/steps';
import { tellElsewhere } from '@/lib/cases/telling/steps';
import { db } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { INITIATIVE_RIGHTS } from '../access';
import type { CorrectPersonInput } from '../requesting/schema';
import { isClosed } from '../rules';
import { initiativeNamed, REQUESTS } from '../steps';
import { EMPTIED, NOBODY } from './rules';
import type { ErasePersonInput } from './schema';

const { handle } = INITIATIVE_RIGHTS;

/** How somebody is reached. */
const REACHED = { id: true, contactKind: true, contactValue: true } as const;

/** Name and contact are put right; what is still to be told goes to the person on the new way. */
export const correctPerson = command(
  {
    ...{ right: handle, audit: ['supportRequest.personCorrected'], tags: [] },
    prepare: async (_who, { number, contact }: CorrectPersonInput) =>
      takeProofMail(
        contact,
        await db.supportRequest.findUnique({ where: { number }, select: REACHED }),
      ),
  },
  async ({ tx, note, ready: mayMail }, input: CorrectPersonInput) => {
    const { number, seen, name, groupName, contact } = input;
    const request = await holdCase(tx, REQUESTS, { number });
    const late = await takeVersion(tx.supportRequest, request.id, seen);
    if (late) return late;
    const right = { name, groupName, contactKind: contact.kind, contactValue: contact.value };
    await tx.supportRequest.update({
      where: { id: request.id },
      data: { ...right, initiativeId: await initiativeNamed(tx, groupName) },
      select: { id: true },
    });
    const was = { ...request, accountId: request.userId };
    await tellElsewhere(tx, was, { ...request, ...right, name: name || groupName }, mayMail);
    await note('supportRequest.personCorrected', request.id);
    return ok({ number });
  },
);

/**
 * Whoever asked is forgotten because they want to be: name, group, contact, account, what they answered and what the
 * office noted for itself. What is asked for stays while it is worked on; of a request that is over all words go.
 */
export const erasePerson = command(
  { right: handle, audit: ['supportRequest.personErased'], tags: [] },
  async ({ tx, note }, { number, seen }: ErasePersonInput) => {
    const { id, state } = await holdCase(tx, REQUESTS, { number });
    const late = await takeVersion(tx.supportRequest, id, seen);
    if (late) return late;
    const isOver = isClosed(state);
    await tx.supportRequest.update({
      where: { id },
      data: isOver ? EMPTIED : NOBODY,
      select: { id: true },
    });
    const theirs = isOver ? {} : { OR: [{ by: 'asker' }, { audience: 'INTERNAL' as const }] };
    await tx.supportStep.updateMany({
      where: { requestId: id, note: { not: '' }, ...theirs },
      data: { note: '' },
    });
    await note('supportRequest.personErased', id);
    return ok({ number });
  },
);
