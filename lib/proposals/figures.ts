import 'server-only';
import { daysBetween } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { type AskedForFigures, counted, type Figure, type FigureGroup } from '@/lib/manifest';
import { addWorkdays } from '@/lib/settings/workdays';
import { answersKept, median, percent } from './kept/rules';
import { proposalsPaths } from './paths';

const figure = (key: string, unit: Figure['unit'], value: number | null, list: string): Figure => ({
  key,
  label: `proposals.figures.${key}`,
  unit,
  value,
  list,
});

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const all = proposalsPaths.teamProposals();
  const bodies = proposalsPaths.teamProposals('bodies');
  const { submitted, offline } = await submittedIn(asked);
  const done = { label: 'proposals.figures.done', list: proposalsPaths.proposalsWithResult() };
  const count = (key: string, list: string) =>
    counted(asked, key, { label: `proposals.figures.${key}`, list });
  return [
    {
      key: 'proposals',
      title: 'proposals.figures.group',
      figures: [
        figure('submitted', 'count', submitted, all),
        figure('offlineShare', 'percent', percent(offline, submitted), all),
        counted(asked, 'done', done),
        count('notFeasible', all),
      ],
    },
    { key: 'answers', title: 'proposals.figures.answers', figures: await answers(asked, all) },
    {
      key: 'bodies',
      title: 'proposals.figures.bodies',
      figures: [
        count('handovers', bodies),
        count('statements', bodies),
        figure('bodyMedianDays', 'days', await bodyDays(asked), bodies),
        count('overdue', bodies),
      ],
    },
  ];
}

async function submittedIn({ from, to }: AskedForFigures) {
  const [row] = await db.$queryRaw<{ submitted: number; offline: number }[]>`
    SELECT count(*)::int AS submitted,
      (count(*) FILTER (WHERE intake_channel <> 'ONLINE'))::int AS offline
    FROM proposals
    WHERE submitted_at >= ${from} AND submitted_at < ${to} AND state <> 'DRAFT'`;
  return row ?? { submitted: 0, offline: 0 };
}

interface Asked {
  submittedAt: Date;
  answeredAt: Date | null;
  /** Local date. */
  promisedFor: string | null;
}

async function answers({ from, to, at, office }: AskedForFigures, list: string) {
  const rows = await db.$queryRaw<Asked[]>`
    SELECT submitted_at AS "submittedAt", answer.at AS "answeredAt",
      first.promised_for::text AS "promisedFor"
    FROM proposals LEFT JOIN LATERAL (
      SELECT min(at) AS at FROM proposal_steps
      WHERE proposal_id = proposals.id
        AND "to" IN ('NEEDS_CLARIFICATION', 'PUBLISHED', 'NOT_PUBLISHED', 'MERGED')
    ) AS answer ON true LEFT JOIN LATERAL (
      -- One given after the first answer is another promise; the first was given before they were kept.
      SELECT promised_for FROM answer_promises
      WHERE kind = 'proposal' AND case_id = proposals.id
        AND (answer.at IS NULL OR made_at <= answer.at)
      ORDER BY made_at LIMIT 1
    ) AS first ON true
    WHERE submitted_at >= ${from} AND submitted_at < ${to} AND state <> 'DRAFT'
      AND (state <> 'WITHDRAWN' OR answer.at IS NOT NULL)`;
  const { promiseWorkdays, holidayRegion } = office;
  const { answered, inTime, medianDays } = answersKept(
    rows.map(({ submittedAt, answeredAt, promisedFor }) => {
      const submittedOn = officeDate(submittedAt);
      return {
        submittedOn,
        answeredOn: answeredAt === null ? null : officeDate(answeredAt),
        // What was promised before promises were kept as facts is reckoned as it was reckoned then.
        promisedFor: promisedFor ?? addWorkdays(submittedOn, promiseWorkdays, holidayRegion),
      };
    }),
    officeDate(at),
  );
  return [
    figure('answered', 'count', answered, list),
    figure('inTime', 'percent', inTime, list),
    figure('medianDays', 'days', medianDays, list),
  ];
}

/** Days bodies took to answer, the middle of all. */
async function bodyDays({ from, to }: AskedForFigures): Promise<number | null> {
  const rows = await db.$queryRaw<{ sentAt: Date; receivedAt: Date }[]>`
    SELECT asked.at AS "sentAt", received_at AS "receivedAt"
    FROM statements JOIN LATERAL (
      SELECT max(sent_at) AS at FROM handovers
      WHERE handovers.proposal_id = statements.proposal_id
        AND handovers.partner_id = statements.partner_id AND sent_at <= received_at
    ) AS asked ON asked.at IS NOT NULL
    WHERE received_at >= ${from} AND received_at < ${to}`;
  return median(
    rows.map(({ sentAt, receivedAt }) => daysBetween(officeDate(sentAt), officeDate(receivedAt))),
  );
}
