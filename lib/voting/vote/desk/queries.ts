import 'server-only';
import { findUsableCard } from '@/lib/accounts/cards/queries';
import type { UsableCard } from '@/lib/accounts/cards/types';
import { admit } from '@/lib/accounts/command';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { openSealed, sealText } from '@/lib/core/crypto';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { requireTry } from '@/lib/core/rate-limit';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { VOTING_RIGHTS } from '../../access';
import { getPoll } from '../../queries';
import type { BallotPageView, PollView } from '../../types';
import { withdrawnOptions } from '../queries';
import { checkMarks, NO_BALLOT } from '../rules';
import { standingOf, takesChannel, VOTER_COLUMNS, type Voter, voterIn } from '../voters/rules';
import { receiptIn, receiptToShow, refusedCard, ticketFor, ticketIn } from './rules';
import type { DeskBallotInput } from './schema';
import type { BallotTicket, DeskPlace } from './types';

const TRIES = { name: 'desk-card', max: 60, windowSeconds: 900 } as const;
const TICKET = 'ballot-ticket';
const RECEIPT = 'shown-receipt';

/** A box is known by its cookie; calls are taken by the office alone. */
function requirePlace(visitor: Visitor, place: DeskPlace): void {
  if (place.channel === 'PHONE') admit(VOTING_RIGHTS.takeCalls, visitor);
}

/** The telephone of whoever takes the call: a ticket of theirs is good in this session only. */
export function placeOfCall(actor: Actor, poll: number): DeskPlace {
  return { channel: 'PHONE', poll, key: actor.sessionId, keeper: actor.id };
}

/** Begins a ballot for the card with this code, or says why there is none. Writes nothing. */
export async function admitCard(
  visitor: Visitor,
  place: DeskPlace,
  code: string,
): Promise<Result<{ ticket: string }>> {
  requirePlace(visitor, place);
  await requireTry(TRIES, `${place.channel} ${place.keeper}`);
  const card = await findUsableCard(code);
  if (!card.ok) return card;
  const page = await pageOfCard(place, card.value, null);
  if (page.kind !== 'ballot' && page.kind !== 'district-unknown')
    return refusedCard(NO_BALLOT[page.kind], 'code');
  return ok({ ticket: seal(ticketFor(place, card.value.id, now())) });
}

const seal = (ticket: BallotTicket) => sealText(TICKET, JSON.stringify(ticket));

/** The ticket, if it is good here and now. */
export function openTicket(
  visitor: Visitor,
  place: DeskPlace,
  sealed: string,
): BallotTicket | null {
  requirePlace(visitor, place);
  return ticketIn(openSealed(TICKET, sealed), place, now());
}

/** The ballot of a ticket, or why there is none; `null` when the ticket is over. */
export async function getDeskPage(
  visitor: Visitor,
  place: DeskPlace,
  sealed: string,
): Promise<BallotPageView | null> {
  const ticket = openTicket(visitor, place, sealed);
  if (!ticket) return null;
  const card = await db.accessCard.findFirst({
    where: { id: ticket.card, voidedAt: null, batch: { voidedAt: null } },
    select: { id: true, userId: true, batchId: true },
  });
  return card && pageOfCard(place, card, ticket.district);
}

async function pageOfCard(
  place: DeskPlace,
  card: UsableCard,
  district: string | null,
): Promise<BallotPageView> {
  const poll = await getPoll(place.poll);
  if (poll.phase !== 'open') return { kind: 'not-open', poll };
  if (!takesChannel(poll.rule, place.channel)) return { kind: 'not-on-web', poll };
  if (card.userId) {
    const refusal = await reasonOfAccount(card.userId, poll);
    if (refusal) return refusal;
  }
  const voter = await voterOf(card);
  const standing = standingOf(poll.rule, { ...voter, districtId: voter.districtId ?? district });
  if (standing === 'fits') {
    return { kind: 'ballot', poll, withdrawn: await withdrawnOptions(poll.id) };
  }
  if (standing !== 'other-district') return { kind: standing, poll };
  const own = await db.district.findUnique({
    where: { id: voter.districtId ?? district ?? '' },
    select: { name: true },
  });
  return { kind: 'other-district', poll, ownDistrict: own?.name ?? '' };
}

/** Nobody has used it yet: nothing is known of whoever holds it. */
async function voterOf({ userId, batchId }: UsableCard): Promise<Voter> {
  if (!userId) return { districtId: null, forumRight: false, cardBatches: [batchId] };
  const user = await db.user.findUnique({ where: { id: userId }, select: VOTER_COLUMNS });
  if (!user) throw new AppError('NOT_FOUND');
  return voterIn(user);
}

/** The office, partners and funders do not vote, whatever card opens their account. */
async function reasonOfAccount(userId: string, poll: PollView): Promise<BallotPageView | null> {
  const roles = await db.roleGrant.count({ where: { userId, role: { not: 'REPRESENTATIVE' } } });
  if (roles > 0) return { kind: 'may-not', poll };
  const used = await db.rollEntry.findFirst({
    where: { userId, pollId: poll.id },
    select: { channel: true },
  });
  if (!used) return null;
  return { kind: used.channel === 'PAPER' ? 'on-paper' : 'voted', poll };
}

/** Looks at a filled-in ballot; `null` when it has to be begun anew. */
export async function checkAtDesk(
  visitor: Visitor,
  place: DeskPlace,
  input: DeskBallotInput,
): Promise<Refused | null> {
  const page = await getDeskPage(visitor, place, input.ticket);
  if (page?.kind !== 'ballot') return null;
  if (input.step === 'choose') return refused('voting.ballot.changeNow', {}, 'step');
  return checkMarks(page, input.choices);
}

/** The same ticket, with where the person says they live; stored only when the ballot is cast. */
export async function declareAtDesk(
  visitor: Visitor,
  place: DeskPlace,
  input: { ticket: string; district: string },
): Promise<Result<{ ticket: string }>> {
  const ticket = openTicket(visitor, place, input.ticket);
  if (!ticket) return ok({ ticket: '' });
  const known = await db.district.count({ where: { id: input.district, active: true } });
  if (known === 0) return refused('form.error.choose', {}, 'district');
  return ok({ ticket: seal({ ...ticket, district: input.district }) });
}

/** A receipt for the page that shows it, at this place and only for a few minutes. */
export function sealReceipt(visitor: Visitor, place: DeskPlace, receipt: string): string {
  requirePlace(visitor, place);
  return sealText(RECEIPT, JSON.stringify(receiptToShow(receipt, place.key, now())));
}

export function openReceipt(visitor: Visitor, place: DeskPlace, sealed: string): string | null {
  requirePlace(visitor, place);
  return receiptIn(openSealed(RECEIPT, sealed), place.key, now());
}
