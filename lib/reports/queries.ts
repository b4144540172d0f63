import 'server-only';
import { reading } from '@/lib/accounts/command';
import { daysBetween, now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { addWorkdays } from '@/lib/settings/workdays';
import { REPORT_RIGHTS } from './access';
import { answersKept, median, percent, protectSmallCells } from './rules';
import type { CrossTable, Figure, FigureGroup, FigureKey, Figures, Period } from './types';

/** In the order of the page; everything but the first came in without the internet. */
const CHANNELS = ['ONLINE', 'OFFICE', 'PHONE', 'POSTCARD', 'OUTREACH', 'FORUM', 'PARTNER'];

/**
 * The figures of a period, computed from the records at this moment. Nothing of a person leaves this
 * function: numbers only, and no small numbers by district and way.
 */
export const getFigures = reading(
  REPORT_RIGHTS.read,
  async (_visitor, locale: string, period: Period): Promise<Figures> => {
    const at = now();
    const office = await getOffice({ locale });
    const origin = await originOf(office, period);
    const offline = origin.totals.slice(1).reduce((sum, count) => sum + count, 0);
    const submitted = origin.totals.reduce((sum, count) => sum + count, 0);
    const counts = await countEvents(period, at);
    const groups: FigureGroup[] = [
      {
        key: 'proposals',
        figures: [
          count('submitted', submitted),
          { key: 'offlineShare', unit: 'percent', value: percent(offline, submitted) },
          count('done', counts.done),
          count('notFeasible', counts.notFeasible),
        ],
      },
      { key: 'answers', figures: await answerFigures(office, period, at) },
      { key: 'bodies', figures: await bodyFigures(counts, period) },
      group('forum', counts, ['sessionsHeld', 'sessionsCancelled', 'attendance', 'signUps']),
      group('polls', counts, ['pollsHeld', 'ballots']),
      group('support', counts, ['requestsReceived', 'requestsCompleted']),
      group('calendar', counts, ['partnerEntries', 'partnersWithEntries']),
    ];
    return { period, at, groups, origin };
  },
);

const count = (key: FigureKey, value: number | null): Figure => ({ key, unit: 'count', value });

function group(key: FigureGroup['key'], counts: Counts, keys: (keyof Counts)[]): FigureGroup {
  return { key, figures: keys.map((one) => count(one, counts[one])) };
}

async function originOf(office: Office, { from, to }: Period): Promise<CrossTable> {
  const found = await db.$queryRaw<{ districtId: string; channel: string; count: number }[]>`
    SELECT district_id AS "districtId", intake_channel::text AS channel, count(*)::int AS count
    FROM proposals
    WHERE submitted_at >= ${from} AND submitted_at < ${to} AND state <> 'DRAFT'
    GROUP BY 1, 2`;
  const numberIn = (districtId: string, channel: string) =>
    found.find((row) => row.districtId === districtId && row.channel === channel)?.count ?? 0;
  const table = office.districts.map(({ id }) => CHANNELS.map((channel) => numberIn(id, channel)));
  const shown = protectSmallCells(table);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    channels: CHANNELS,
    rows: office.districts.map(({ name }, row) => ({
      label: name,
      total: sum(table[row] ?? []),
      cells: shown[row] ?? [],
    })),
    totals: CHANNELS.map((channel) =>
      sum(found.filter((row) => row.channel === channel).map((row) => row.count)),
    ),
  };
}

async function answerFigures(office: Office, { from, to }: Period, at: Date): Promise<Figure[]> {
  const rows = await db.$queryRaw<{ submittedAt: Date; answeredAt: Date | null }[]>`
    SELECT submitted_at AS "submittedAt", answer.at AS "answeredAt"
    FROM proposals LEFT JOIN LATERAL (
      SELECT min(at) AS at FROM proposal_steps
      WHERE proposal_id = proposals.id
        AND "to" IN ('NEEDS_CLARIFICATION', 'PUBLISHED', 'NOT_PUBLISHED', 'MERGED')
    ) AS answer ON true
    WHERE submitted_at >= ${from} AND submitted_at < ${to} AND state <> 'DRAFT'
      AND (state <> 'WITHDRAWN' OR answer.at IS NOT NULL)`;
  const { promiseWorkdays, holidayRegion } = office;
  const { answered, inTime, medianDays } = answersKept(
    rows.map(({ submittedAt, answeredAt }) => {
      const submittedOn = officeDate(submittedAt);
      return {
        submittedOn,
        answeredOn: answeredAt === null ? null : officeDate(answeredAt),
        promisedFor: addWorkdays(submittedOn, promiseWorkdays, holidayRegion),
      };
    }),
    officeDate(at),
  );
  return [
    count('answered', answered),
    { key: 'inTime', unit: 'percent', value: inTime },
    { key: 'medianDays', unit: 'days', value: medianDays },
  ];
}

async function bodyFigures(counts: Counts, { from, to }: Period): Promise<Figure[]> {
  const rows = await db.$queryRaw<{ sentAt: Date; receivedAt: Date }[]>`
    SELECT asked.at AS "sentAt", received_at AS "receivedAt"
    FROM statements JOIN LATERAL (
      SELECT max(sent_at) AS at FROM handovers
      WHERE handovers.proposal_id = statements.proposal_id
        AND handovers.partner_id = statements.partner_id AND sent_at <= received_at
    ) AS asked ON asked.at IS NOT NULL
    WHERE received_at >= ${from} AND received_at < ${to}`;
  const days = rows.map(({ sentAt, receivedAt }) =>
    daysBetween(officeDate(sentAt), officeDate(receivedAt)),
  );
  return [
    count('handovers', counts.handovers),
    count('statements', counts.statements),
    { key: 'bodyMedianDays', unit: 'days', value: median(days) },
    count('overdue', counts.overdue),
  ];
}

type Counts = Record<
  | 'done'
  | 'notFeasible'
  | 'handovers'
  | 'statements'
  | 'overdue'
  | 'sessionsHeld'
  | 'sessionsCancelled'
  | 'attendance'
  | 'signUps'
  | 'pollsHeld'
  | 'ballots'
  | 'requestsReceived'
  | 'requestsCompleted'
  | 'partnerEntries'
  | 'partnersWithEntries',
  number
>;

/** One statement for all that is counted by its date. */
async function countEvents({ from, to }: Period, at: Date): Promise<Counts> {
  // Of a period that is not over, overdue is what is overdue today.
  const end = officeDate(to < at ? to : at);
  const [counts] = await db.$queryRaw<Counts[]>`
    WITH steps AS (
      SELECT "to", count(DISTINCT proposal_id)::int AS n FROM proposal_steps
      WHERE at >= ${from} AND at < ${to} GROUP BY 1
    ), sessions AS (
      SELECT id, state, attended FROM forum_sessions WHERE starts_at >= ${from} AND starts_at < ${to}
    ), held AS (
      SELECT id, attended FROM sessions WHERE state IN ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')
    ), counted AS (
      SELECT result FROM polls WHERE state IN ('PUBLISHED', 'ARCHIVED') AND NOT is_test
        AND closes_at >= ${from} AND closes_at < ${to}
    ), entries AS (
      SELECT partner_id FROM calendar_entries
      WHERE partner_id IS NOT NULL AND created_at >= ${from} AND created_at < ${to}
    )
    SELECT
      coalesce((SELECT n FROM steps WHERE "to" = 'DONE'), 0) AS done,
      coalesce((SELECT n FROM steps WHERE "to" = 'NOT_FEASIBLE'), 0) AS "notFeasible",
      (SELECT count(*)::int FROM handovers WHERE sent_at >= ${from} AND sent_at < ${to}) AS handovers,
      (SELECT count(*)::int FROM statements
        WHERE received_at >= ${from} AND received_at < ${to}) AS statements,
      (SELECT count(*)::int FROM handovers WHERE sent_at < ${to} AND answer_due_at < ${end}::date
        AND (closed_at IS NULL OR closed_at >= ${to})) AS overdue,
      (SELECT count(*)::int FROM held) AS "sessionsHeld",
      (SELECT count(*)::int FROM sessions WHERE state = 'CANCELLED') AS "sessionsCancelled",
      (SELECT coalesce(sum(attended), 0)::int FROM held) AS attendance,
      (SELECT coalesce(sum(persons), 0)::int FROM registrations JOIN held ON held.id = session_id
        WHERE registrations.state = 'CONFIRMED') AS "signUps",
      (SELECT count(*)::int FROM counted) AS "pollsHeld",
      (SELECT coalesce(sum((result->>'ballots')::int), 0)::int FROM counted) AS ballots,
      (SELECT count(*)::int FROM support_requests
        WHERE requested_at >= ${from} AND requested_at < ${to}) AS "requestsReceived",
      (SELECT count(DISTINCT request_id)::int FROM support_steps
        WHERE "to" = 'COMPLETED' AND at >= ${from} AND at < ${to}) AS "requestsCompleted",
      (SELECT count(*)::int FROM entries) AS "partnerEntries",
      (SELECT count(DISTINCT partner_id)::int FROM entries) AS "partnersWithEntries"`;
  if (!counts) throw new AppError('NOT_FOUND');
  return counts;
}
