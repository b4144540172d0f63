import 'server-only';
import { byKey, publicly } from '@/lib/accounts/command';
import type { Actor, Viewer } from '@/lib/accounts/types';
import { personalKey } from '@/lib/cases/keys';
import { findByKey, uncounted } from '@/lib/cases/look-up';
import { isAddressUnproven } from '@/lib/cases/proving/queries';
import type { NumberState } from '@/lib/cases/types';
import { historyFor, textFor } from '@/lib/core/audience';
import { now } from '@/lib/core/clock';
import { dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeZone } from '@/lib/core/office-time';
import { getOffice } from '@/lib/settings/queries';
import type { Prisma } from '@/prisma/generated/client';
import { PROPOSAL_RIGHTS } from '../access';
import { shownName } from '../intake/rules';
import { proposalsPaths } from '../paths';
import { standingOf } from '../reading/rules';
import { isAwaitingAnswer, isOnlyEntered, isPublic, PROPOSAL_KEYS } from '../rules';
import { canTake } from '../way/rules';
import type { OwnProposal, OwnProposalLine } from './types';

/** Id of the proposal a code or a personal key opens; null when it opens none. */
export const findIdByKey = byKey(
  PROPOSAL_RIGHTS.keepOwn,
  async (key: string): Promise<string | null> => {
    const row = await findByKey(PROPOSAL_KEYS, key, (where) =>
      db.proposal.findFirst({ where, select: { id: true } }),
    );
    return row?.id ?? null;
  },
);

/** The page of whoever wrote it, by a code whose tries somebody else counts; null when it opens none. */
export const pathOfKey = byKey(
  PROPOSAL_RIGHTS.keepOwn,
  async (key: string): Promise<string | null> => {
    const row = await uncounted(PROPOSAL_KEYS, key, (where) =>
      db.proposal.findFirst({ where, select: { id: true } }),
    );
    return row && proposalsPaths.proposalReceipt(key);
  },
);

const OWN = {
  id: true,
  number: true,
  title: true,
  body: true,
  districtId: true,
  place: true,
  nameChoice: true,
  name: true,
  state: true,
  stateSince: true,
  voteClosesAt: true,
  submittedAt: true,
  publishedAt: true,
  promisedFor: true,
  question: true,
  answerBy: true,
  reasonCode: true,
  reasonText: true,
  resultNote: true,
  outcomeAudience: true,
  contactKind: true,
  mergedInto: { select: { number: true, title: true } },
  wording: { select: { title: true, body: true } },
  handovers: {
    select: { sentAt: true, answerDueAt: true, partner: { select: { name: true } } },
    orderBy: { recordedAt: 'desc' },
    take: 1,
  },
  steps: {
    select: {
      to: true,
      at: true,
      by: true,
      step: true,
      bodyName: true,
      session: { select: { number: true } },
      note: true,
      audience: true,
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ProposalSelect;

/** What the Forum said. */
const SAID = { where: { by: 'forum' }, select: { to: true, by: true } } as const;

/**
 * What its author sees, opened by the code of the receipt or the key of a mail.
 * @throws RATE_LIMITED after many wrong tries from one network
 */
export const findOwnProposal = byKey(
  PROPOSAL_RIGHTS.keepOwn,
  async (viewer: Viewer, key: string): Promise<OwnProposal | null> => {
    const id = await findIdByKey(key);
    if (id === null) return null;
    const row = await db.proposal.findUnique({ where: { id }, select: OWN });
    if (!row) return null;
    const office = await getOffice(viewer);
    const { id: _id, districtId, nameChoice, name, publishedAt, mergedInto, steps, ...more } = row;
    const { outcomeAudience, ...rest } = more;
    return {
      ...rest,
      isUnproven: await isAddressUnproven(id),
      reasonText: textFor('PERSON', row.reasonText, outcomeAudience),
      resultNote: textFor('PERSON', row.resultNote, outcomeAudience),
      districtName: office.everyDistrict.find((district) => district.id === districtId)?.name ?? '',
      author: shownName(nameChoice, name),
      standing: standingOf(row, now(), officeZone()),
      isPublic: isPublic(row.state, publishedAt),
      canWithdraw: canTake('withdraw', row.state, 'author'),
      promisedFor: isAwaitingAnswer(row.state) ? row.promisedFor : null,
      lead: mergedInto,
      history: historyFor('PERSON', steps),
    };
  },
);

/** What a number tells anybody: the state, and where it stands if everybody may read it. */
export const stateOfNumber = publicly(async (number: number): Promise<NumberState | null> => {
  const row = await db.proposal.findUnique({
    where: { number },
    select: {
      ...{ state: true, promisedFor: true, publishedAt: true },
      steps: SAID,
    },
  });
  if (!row || row.state === 'DRAFT') return null;
  const promised = isAwaitingAnswer(row.state) ? row.promisedFor : null;
  return {
    state: `proposals.${isOnlyEntered(row.state, row.steps) ? 'entered' : 'state'}.${row.state}`,
    promisedFor: dayOrNone(promised),
    path: isPublic(row.state, row.publishedAt) ? proposalsPaths.proposal(number) : null,
  };
});

/** Somebody's own proposals, newest first. */
export async function listOwnProposals(actor: Actor): Promise<OwnProposalLine[]> {
  const rows = await db.proposal.findMany({
    where: { authorId: actor.id },
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      stateSince: true,
      voteClosesAt: true,
      steps: SAID,
      handovers: OWN.handovers,
    },
    orderBy: { number: 'desc' },
    take: 100,
  });
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    standing: standingOf(row, now(), officeZone()),
    key: personalKey(PROPOSAL_KEYS, row),
  }));
}
