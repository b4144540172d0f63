import 'server-only';
import { daysBetween } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { type AskedForFigures, counted, type Figure, type FigureGroup } from '@/lib/manifest';
import { firstPromises, handedIn } from './kept/fragments';
import { answersKept, median, percent } from './kept/rules';
import { proposalsPaths } from './paths';

const figure = (key: string, unit: Figure['unit'], value: number | null): Figure => ({
  ...{ key, label: `proposals.figures.${key}`, unit, value },
});

const pathOf = ({ number }: { number: number }) => proposalsPaths.teamProposal(number);

export async function figuresOf(asked: AskedForFigures): Promise<FigureGroup[]> {
  const count = (key: string) => counted(asked, key, { label: `proposals.figures.${key}`, pathOf });
  const submitted = count('submitted');
  const offlineShare = percent(await submittedOffline(asked), submitted.value ?? 0);
  return [
    {
      key: 'proposals',
      title: 'proposals.figures.group',
      figures: [
        submitted,
        figure('offlineShare', 'percent', offlineShare),
        count('done'),
        count('notFeasible'),
      ],
    },
    {
      key: 'answers',
      title: 'proposals.figures.answers',
      figures: [count('answered'), ...(await promises(asked))],
    },
    {
      key: 'bodies',
      title: 'proposals.figures.bodies',
      figures: [
        count('handovers'),
        count('statements'),
        figure('bodyMedianDays', 'days', await bodyDays(asked)),
        count('overdue'),
      ],
    },
  ];
}

async function submittedOffline({ from, to }: AskedForFigures): Promise<number> {
  const [row] = await db.$queryRaw<{ offline: number }[]>`
    SELECT count(*)::int AS offline FROM (${handedIn({ from, to })}) AS handed_in
    WHERE channel <> 'ONLINE'`;
  return row?.offline ?? 0;
}

interface FirstPromise {
  submittedAt: Date;
  answeredAt: Date | null;
  /** Local date. */
  promisedFor: string;
  reckoned: boolean;
}

async function promises({ from, to, at }: AskedForFigures): Promise<Figure[]> {
  const rows = await db.$queryRaw<FirstPromise[]>`
    SELECT submitted_at AS "submittedAt", answered_at AS "answeredAt",
      promised_for::text AS "promisedFor", reckoned
    FROM (${firstPromises({ from, to })}) AS first`;
  const { inTime, medianDays } = answersKept(
    rows.map(({ submittedAt, answeredAt, promisedFor }) => ({
      submittedOn: officeDate(submittedAt),
      answeredOn: answeredAt === null ? null : officeDate(answeredAt),
      promisedFor,
    })),
    officeDate(at),
  );
  const reckoned = rows.filter((row) => row.reckoned).length;
  return [
    figure('inTime', 'percent', inTime),
    // Known only of what was handed in before promises were kept.
    ...(reckoned === 0 ? [] : [figure('reckoned', 'count', reckoned)]),
    figure('medianDays', 'days', medianDays),
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
