import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { nextMidnight, now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import type { Prisma } from '@/prisma/generated/client';
import { shownName } from '../intake/rules';
import { standingOf } from '../reading/rules';
import type { HandoverView, ProposalDetails, ProposalLink, StatementView } from '../reading/types';
import { isPublic, isPublicNote, isSupportable, LISTED_STATES, OFFICE_ZONE } from '../rules';

const DETAILS = {
  id: true,
  number: true,
  title: true,
  body: true,
  easyText: true,
  districtId: true,
  place: true,
  categoryId: true,
  nameChoice: true,
  name: true,
  intakeChannel: true,
  onBehalf: true,
  state: true,
  stateSince: true,
  voteClosesAt: true,
  submittedAt: true,
  publishedAt: true,
  reasonCode: true,
  reasonText: true,
  resultNote: true,
  paperSupporters: true,
  paperSignatures: true,
  mergedIntoId: true,
  steps: {
    select: { to: true, at: true, by: true, step: true, note: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  },
  _count: { select: { supports: true } },
} satisfies Prisma.ProposalSelect;

type DetailsRow = Prisma.ProposalGetPayload<{ select: typeof DETAILS }>;

/** A public proposal by its number; null when there is none, also when it is not public. */
export async function getProposal(viewer: Viewer, number: number): Promise<ProposalDetails | null> {
  const at = now();
  showsTags(`proposal:${number}`);
  goodUntil(nextMidnight(at, OFFICE_ZONE));
  const row = await db.proposal.findUnique({ where: { number }, select: DETAILS });
  if (!row || !isPublic(row.state, row.publishedAt)) return null;
  if (row.voteClosesAt && row.voteClosesAt > at) goodUntil(row.voteClosesAt);
  const { handovers, statements } = await exchangeWithBodies(row.id);
  const asked = handovers.map(({ bodyName, sentAt, answerDueOn }) => ({
    sentAt,
    answerDueAt: answerDueOn === null ? null : new Date(`${answerDueOn}T00:00:00Z`),
    partner: { name: bodyName },
  }));
  return {
    ...details(row, await getOffice(viewer)),
    ...(await relatedTo(row)),
    standing: standingOf({ ...row, handovers: asked }, at),
    handovers,
    statements,
  };
}

function details(row: DetailsRow, office: Office) {
  const district = office.districts.find(({ id }) => id === row.districtId);
  const category = office.categories.find(({ id }) => id === row.categoryId);
  const { id, number, title, body, easyText, place, intakeChannel, onBehalf, state } = row;
  const { reasonCode, reasonText, resultNote, submittedAt } = row;
  return {
    ...{ id, number, title, body, easyText, place, intakeChannel, onBehalf, state },
    ...{ reasonCode, reasonText, resultNote, submittedAt },
    districtName: district?.name ?? '',
    districtSlug: district?.slug ?? '',
    categoryLabel: category?.label ?? '',
    categorySlug: category?.slug ?? '',
    author: shownName(row.nameChoice, row.name),
    isSupportable: isSupportable(state),
    supporters: row._count.supports + row.paperSupporters,
    paperSignatures: row.paperSignatures,
    history: row.steps.map((step) => (isPublicNote(step.to) ? step : { ...step, note: '' })),
  };
}

interface ExchangeRow {
  kind: 'asked' | 'answered';
  id: string;
  bodyName: string;
  at: Date;
  text: string;
  dueOn: string | null;
  result: string;
  plainText: string;
}

/** What bodies were asked and what they answered, the latest first: one statement for both. */
async function exchangeWithBodies(
  proposalId: string,
): Promise<{ handovers: HandoverView[]; statements: StatementView[] }> {
  const rows = await db.$queryRaw<ExchangeRow[]>`
    SELECT 'asked' AS kind, h.id::text, p.name AS "bodyName", h.sent_at AS at, h.question AS text,
      h.answer_due_at::text AS "dueOn", '' AS result, '' AS "plainText"
    FROM handovers h JOIN partners p ON p.id = h.partner_id
    WHERE h.proposal_id = ${proposalId}::uuid
    UNION ALL
    SELECT 'answered', s.id::text, p.name, s.received_at, s.text, NULL, s.result, s.plain_text
    FROM statements s JOIN partners p ON p.id = s.partner_id
    WHERE s.proposal_id = ${proposalId}::uuid
    ORDER BY at DESC`;
  return {
    handovers: rows
      .filter(({ kind }) => kind === 'asked')
      .map(({ id, bodyName, text, at, dueOn }) => ({
        ...{ id, bodyName, question: text, sentAt: at, answerDueOn: dueOn },
      })),
    statements: rows
      .filter(({ kind }) => kind === 'answered')
      .map(({ id, bodyName, result, text, plainText, at }) => ({
        ...{ id, bodyName, result, text, plainText, receivedAt: at },
      })),
  };
}

async function relatedTo(
  row: DetailsRow,
): Promise<{ lead: ProposalLink | null; merged: ProposalLink[] }> {
  const leadId = row.mergedIntoId;
  const rows = await db.proposal.findMany({
    where: {
      publishedAt: { not: null },
      OR: [
        { mergedIntoId: row.id, state: 'MERGED' },
        ...(leadId ? [{ id: leadId, state: { in: LISTED_STATES } }] : []),
      ],
    },
    select: { id: true, number: true, title: true },
    orderBy: { number: 'asc' },
  });
  const links = rows.map(({ id, number, title }) => ({ isLead: id === leadId, number, title }));
  const lead = links.find(({ isLead }) => isLead) ?? null;
  return { lead, merged: links.filter(({ isLead }) => !isLead) };
}
