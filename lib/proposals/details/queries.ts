import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { listCorrections } from '@/lib/audit/corrections/queries';
import type { CorrectionEntry } from '@/lib/audit/corrections/types';
import { historyFor, textFor } from '@/lib/core/audience';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeMidnight, officeZone } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { NETWORK_TAGS } from '@/lib/network/tags';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import type { Prisma } from '@/prisma/generated/client';
import { shownName } from '../intake/rules';
import { standingOf } from '../reading/rules';
import type { MergedLink, ProposalDetails, ProposalLink, StatementView } from '../reading/types';
import { isPublic, isSupportable, LISTED_STATES } from '../rules';
import { countSupporters } from '../supporting/queries';
import { PROPOSALS_TAGS } from '../tags';

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
  outcomeAudience: true,
  mergedIntoId: true,
  steps: {
    select: {
      id: true,
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

type DetailsRow = Prisma.ProposalGetPayload<{ select: typeof DETAILS }>;

/** A public proposal by its number; null when there is none, also when it is not public. */
export async function getProposal(viewer: Viewer, number: number): Promise<ProposalDetails | null> {
  const at = now();
  showsTags(
    PROPOSALS_TAGS.proposal(number),
    PROPOSALS_TAGS.supporters(number),
    NETWORK_TAGS.partners,
  );
  goodUntil(officeMidnight(at));
  const row = await db.proposal.findUnique({ where: { number }, select: DETAILS });
  if (!row || !isPublic(row.state, row.publishedAt)) return null;
  if (row.voteClosesAt && row.voteClosesAt > at) goodUntil(row.voteClosesAt);
  const { asked, statements } = await exchangeWithBodies(row.id);
  const corrected = await listCorrections([row.id, ...row.steps.map(({ id }) => id)]);
  return {
    ...details(row, await getOffice(viewer)),
    history: historyOf(row, corrected),
    ...(await countSupporters([row.id]))(row.id),
    ...(await relatedTo(row)),
    standing: standingOf({ ...row, handovers: asked }, at, officeZone()),
    statements,
    corrections: corrected.get(row.id) ?? [],
    paperCorrections: await correctionsOnPaper(row.id),
  };
}

/** Lists on paper whose number the office corrected. */
async function correctionsOnPaper(proposalId: string): Promise<CorrectionEntry[]> {
  const struck = await db.signatureList.findMany({
    where: { proposalId, struckAt: { not: null } },
    select: { id: true },
  });
  const corrections = await listCorrections(struck.map(({ id }) => id));
  return [...corrections.values()].flat().sort((a, b) => b.at.getTime() - a.at.getTime());
}

function historyOf({ steps }: DetailsRow, corrected: Map<string, CorrectionEntry[]>) {
  return historyFor(
    'PUBLIC',
    steps.map(({ id, ...step }) => ({ ...step, corrections: corrected.get(id) ?? [] })),
  );
}

function details(row: DetailsRow, office: Office) {
  const district = office.everyDistrict.find(({ id }) => id === row.districtId);
  const category = office.everyCategory.find(({ id }) => id === row.categoryId);
  const { id, number, title, body, easyText, place, intakeChannel, onBehalf, state } = row;
  const { reasonCode, submittedAt, outcomeAudience } = row;
  return {
    ...{ id, number, title, body, easyText, place, intakeChannel, onBehalf, state },
    ...{ reasonCode, submittedAt },
    reasonText: textFor('PUBLIC', row.reasonText, outcomeAudience),
    resultNote: textFor('PUBLIC', row.resultNote, outcomeAudience),
    districtName: district?.name ?? '',
    districtSlug: district?.slug ?? '',
    categoryLabel: category?.label ?? '',
    categorySlug: category?.slug ?? '',
    author: shownName(row.nameChoice, row.name),
    isSupportable: isSupportable(state),
  };
}

interface ExchangeRow {
  kind: 'asked' | 'answered';
  id: string;
  bodyName: string;
  at: Date;
  sentAt: Date | null;
  text: string;
  dueOn: string | null;
  result: string;
  plainText: string;
}

interface Asked {
  sentAt: Date | null;
  answerDueAt: Date | null;
  partner: { name: string };
}

/** Who was asked when, and what they answered, the latest first: one statement for both. */
async function exchangeWithBodies(
  proposalId: string,
): Promise<{ asked: Asked[]; statements: StatementView[] }> {
  const rows = await db.$queryRaw<ExchangeRow[]>`
    SELECT 'asked' AS kind, h.id::text, p.name AS "bodyName", h.recorded_at AS at, h.sent_at AS "sentAt", '' AS text,
      h.answer_due_at::text AS "dueOn", '' AS result, '' AS "plainText"
    FROM handovers h JOIN partners p ON p.id = h.partner_id
    WHERE h.proposal_id = ${proposalId}::uuid
    UNION ALL
    SELECT 'answered', s.id::text, p.name, s.received_at, NULL, s.text, NULL, s.result, s.plain_text
    FROM statements s JOIN partners p ON p.id = s.partner_id
    WHERE s.proposal_id = ${proposalId}::uuid
    ORDER BY at DESC`;
  const corrections = await listCorrections(
    rows.filter(({ kind }) => kind === 'answered').map(({ id }) => id),
  );
  return {
    asked: rows
      .filter(({ kind }) => kind === 'asked')
      .map(({ bodyName, sentAt, dueOn }) => ({
        sentAt,
        answerDueAt: dueOn === null ? null : dayColumn(dueOn),
        partner: { name: bodyName },
      })),
    statements: rows
      .filter(({ kind }) => kind === 'answered')
      .map(({ id, bodyName, result, text, plainText, at }) => ({
        ...{ id, bodyName, result, text, plainText, receivedAt: at },
        corrections: corrections.get(id) ?? [],
      })),
  };
}

async function relatedTo(
  row: DetailsRow,
): Promise<{ lead: ProposalLink | null; merged: MergedLink[] }> {
  const leadId = row.mergedIntoId;
  const rows = await db.proposal.findMany({
    where: {
      OR: [
        { mergedIntoId: row.id, state: 'MERGED' },
        ...(leadId
          ? [
              {
                id: leadId,
                publishedAt: { not: null },
                state: { in: [...LISTED_STATES, 'MERGED' as const] },
              },
            ]
          : []),
      ],
    },
    select: { id: true, number: true, title: true, publishedAt: true },
    orderBy: { number: 'asc' },
  });
  showsTags(...rows.map(({ number }) => PROPOSALS_TAGS.proposal(number)));
  const lead = rows.find(({ id }) => id === leadId);
  const merged = rows.filter(({ id }) => id !== leadId);
  return {
    lead: lead ? { number: lead.number, title: lead.title } : null,
    merged: merged.map(({ number, title, publishedAt }) => ({
      number,
      title: publishedAt === null ? null : title,
    })),
  };
}
