import 'server-only';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { localized } from '@/lib/core/paths';
import { personalKey } from '@/lib/core/personal-key';
import { longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { enqueueMails, tellPerson } from '@/lib/mail/steps';
import type { Office } from '@/lib/settings/types';
import { addWorkdays } from '@/lib/settings/workdays';
import { finishedMail, stepTakenMail } from '../../emails/step-taken';
import { proposalsPaths } from '../../paths';
import { isPublic, PROPOSAL_KEY, type Step } from '../../rules';
import type { ProposalState } from '../../types';
import type { LockedProposal, Named } from '../effects/types';

/** Calls and letters are owed within so many working days. */
const CALL_WORKDAYS = 2;

interface Told {
  step: Step;
  to: ProposalState;
  named: Named;
  quotes: readonly string[];
}

/** Tells the author, the way they chose, what happened to their proposal. */
export async function tellAuthor(
  tx: Tx,
  office: Office,
  proposal: LockedProposal,
  told: Told,
): Promise<void> {
  const { locale, number, title } = proposal;
  const isReadByAll = isPublic(
    told.to,
    proposal.publishedAt ?? (told.step === 'publish' ? now() : null),
  );
  const content = await stepTakenMail(locale, {
    step: told.step,
    number,
    title: (await mayReadTitle(tx, proposal)) ? title : null,
    params: await paramsOf(told.named, locale),
    quotes: told.quotes.filter((text) => text !== ''),
    own: localized(locale, proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEY, proposal))),
    shared: isReadByAll ? localized(locale, proposalsPaths.proposal(number)) : null,
    desk: proposalsPaths.teamProposal(number),
    phone: office.phone,
    forum: office.forumName,
  });
  const contact = { kind: proposal.contactKind, value: proposal.contactValue, name: proposal.name };
  await tellPerson(tx, contact, content, dueForCalls(office));
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

function dueForCalls(office: Office): Date {
  const today = officeToday();
  return new Date(`${addWorkdays(today, CALL_WORKDAYS, office.holidayRegion)}T12:00:00Z`);
}

/** Tells everybody who supported a proposal and gave an address that it has become real. */
export async function tellSupporters(
  tx: Tx,
  proposal: LockedProposal,
  resultNote: string,
): Promise<void> {
  const supports = await tx.proposalSupport.findMany({
    where: { proposalId: proposal.id },
    select: { user: { select: { email: true, locale: true } } },
  });
  const { number, title, contactValue } = proposal;
  const readers = supports.flatMap(({ user: { email, locale } }) =>
    email === null || email === contactValue ? [] : [{ email, locale }],
  );
  const mails = await Promise.all(
    readers.map(async ({ email, locale }) => {
      const path = localized(locale, proposalsPaths.proposal(number));
      const content = await finishedMail(locale, { number, title, quotes: [resultNote], path });
      return { recipient: email, content };
    }),
  );
  await enqueueMails(tx, mails);
}
