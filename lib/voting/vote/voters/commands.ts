import 'server-only';
import { parseCardNumber } from '@/lib/accounts/cards/rules';
import { command } from '@/lib/accounts/command';
import { accountsPaths } from '@/lib/accounts/paths';
import { OFFICE_LOCALE } from '@/lib/cases/rules';
import type { Tx } from '@/lib/core/db';
import { ok, type Result, refusedAndNoted } from '@/lib/core/result';
import { addressAsKept } from '@/lib/core/text';
import { enqueueMail, putOnCallList } from '@/lib/mail/steps';
import { getOffice } from '@/lib/settings/queries';
import { VOTING_RIGHTS } from '../../access';
import { forumRightMail } from '../../emails/forum-right';
import type { ForumRightInput } from './schema';

/**
 * Gives somebody the right to vote in polls of the Forum's members, or takes it. Who it is about is
 * named by their address or the number of their card; each attempt is written down.
 */
export const setForumRight = command(
  {
    right: VOTING_RIGHTS.prepare,
    audit: ['forumRight.given', 'forumRight.taken', 'person.found', 'person.lookedForInVain'],
    tags: [],
  },
  async ({ tx, actor, note }, input: ForumRightInput): Promise<Result<null>> => {
    const forumRight = input.right === 'give';
    const userId = await findVoter(tx, input.who);
    if (userId === null) {
      await note('person.lookedForInVain', actor.id);
      return refusedAndNoted('voting-drafts.refused.unknownVoter', {}, 'who');
    }
    const changed = await tx.user.updateMany({
      where: { id: userId, forumRight: !forumRight },
      data: { forumRight },
    });
    // Pressed twice, or so already: nobody is told the same again. That it says who is here is written down.
    if (changed.count === 0) {
      await note('person.found', userId);
      return ok(null);
    }
    await tellForumRight(tx, userId, forumRight);
    await note(forumRight ? 'forumRight.given' : 'forumRight.taken', userId);
    return ok(null);
  },
);

/** By mail, or by a call where there is only a number; everybody reads it in their account. */
async function tellForumRight(tx: Tx, userId: string, given: boolean): Promise<void> {
  const { email, reminderPhone, displayName, locale } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, reminderPhone: true, displayName: true, locale: true },
  });
  const told = { given, path: accountsPaths.account() };
  if (email !== null) {
    const { phone } = await getOffice({ locale });
    await enqueueMail(tx, email, await forumRightMail(locale, { ...told, phone }));
  } else if (reminderPhone !== '') {
    const { phone } = await getOffice({ locale: OFFICE_LOCALE });
    const content = await forumRightMail(OFFICE_LOCALE, { ...told, phone });
    await putOnCallList(tx, {
      ...{ kind: 'PHONE', person: displayName ?? '', contact: reminderPhone, content },
      // What is newer about it takes its place.
      ...{ caseId: userId, accountId: userId },
    });
  }
}

async function findVoter(tx: Tx, typed: string): Promise<string | null> {
  const number = parseCardNumber(typed);
  if (number === null) {
    const email = addressAsKept(typed);
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    return user?.id ?? null;
  }
  const card = await tx.accessCard.findFirst({
    where: {
      position: number.position,
      voidedAt: null,
      batch: { number: number.batch, voidedAt: null },
    },
    select: { userId: true },
  });
  return card?.userId ?? null;
}
