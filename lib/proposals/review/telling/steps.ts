import 'server-only';
import { personalKey } from '@/lib/cases/keys';
import { tellOwners } from '@/lib/cases/telling/steps';
import type { Round } from '@/lib/cases/telling/types';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMails } from '@/lib/mail/steps';
import type { Office } from '@/lib/settings/types';
import { finishedMail, stepTakenMail } from '../../emails/step-taken';
import { proposalsPaths } from '../../paths';
import { isPublic, PROPOSAL_KEYS } from '../../rules';
import type { ProposalState } from '../../types';
import type { Step } from '../../way/rules';
import type { LockedProposal, Named } from '../effects/types';

interface Told {
  step: Step;
  to: ProposalState;
  named: Named;
  quotes: readonly string[];
}

/** Tells the author, the way they chose, what happened to their proposal. */
export async function tellAuthor(
  tx: Tx,
  { office, at }: { office: Office; at: Date },
  proposal: LockedProposal,
  told: Told,
): Promise<void> {
  const { number, title } = proposal;
  const isReadByAll = isPublic(
    told.to,
    proposal.publishedAt ?? (told.step === 'publish' ? at : null),
  );
  const isTitleRead = await mayReadTitle(tx, proposal);
  const own = proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEYS, proposal));
  await tellOwners(tx, [proposal], { at, region: office.holidayRegion }, async (locale) =>
    stepTakenMail(locale, {
      step: told.step,
      number,
      title: isTitleRead ? title : null,
      params: await paramsOf(told.named, locale),
      quotes: told.quotes.filter((text) => text !== ''),
      own: localized(locale, own),
      shared: isReadByAll ? localized(locale, proposalsPaths.proposal(number)) : null,
      desk: proposalsPaths.teamProposal(number),
      phone: office.phone,
      forum: office.forumName,
    }),
  );
}

/**
 * The office reads what it calls about. An address gets the words only when its owner has shown that it is
 * theirs: also what everybody may read was typed by whoever handed it in, perhaps for a stranger.
 */
async function mayReadTitle(tx: Tx, proposal: LockedProposal): Promise<boolean> {
  if (proposal.contactKind !== 'MAIL') return true;
  if (proposal.authorId === null) return false;
  const author = await tx.user.findUnique({
    where: { id: proposal.authorId },
    select: { email: true },
  });
  return author?.email === proposal.contactValue;
}

async function paramsOf(named: Named, locale: string): Promise<Record<string, string | number>> {
  const { body, dueOn, reasonKey, leadNumber } = named;
  return {
    ...(body === undefined ? {} : { body }),
    ...(dueOn === undefined ? {} : { date: longDay(dayColumn(dueOn), locale) }),
    ...(reasonKey === undefined ? {} : { reason: await sentence(locale, reasonKey) }),
    ...(leadNumber === undefined ? {} : { leadNumber }),
  };
}

/** Tells everybody who supported a proposal and gave an address that it has become real. */
export async function tellSupporters(
  tx: Tx,
  { subjectId, after }: Round,
  most: number,
): Promise<string | null> {
  const proposal = await tx.proposal.findUnique({
    where: { id: subjectId },
    select: { number: true, title: true, contactValue: true, resultNote: true, state: true },
  });
  // Whoever took it back meanwhile has told nobody that it is there.
  if (proposal?.state !== 'DONE') return null;
  const supports = await tx.proposalSupport.findMany({
    where: { proposalId: subjectId, ...(after === null ? {} : { id: { gt: after } }) },
    select: { id: true, user: { select: { email: true, locale: true } } },
    orderBy: { id: 'asc' },
    take: most,
  });
  const { number, title, contactValue, resultNote } = proposal;
  const readers = supports.flatMap(({ user: { email, locale } }) =>
    email === null || email === contactValue ? [] : [{ email, locale }],
  );
  const letters = new Map<string, Promise<MailContent>>();
  const letterIn = (locale: string) => {
    const path = localized(locale, proposalsPaths.proposal(number));
    const letter =
      letters.get(locale) ?? finishedMail(locale, { number, title, quotes: [resultNote], path });
    letters.set(locale, letter);
    return letter;
  };
  const mails = await Promise.all(
    readers.map(async ({ email, locale }) => ({
      recipient: email,
      content: await letterIn(locale),
    })),
  );
  await enqueueMails(tx, mails);
  return supports.at(-1)?.id ?? null;
}
