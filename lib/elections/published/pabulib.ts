import type { Publication, PublishedBallot } from '../types';

/**
 * Published ballots in the format of the Pabulib collection (https://pabulib.org/format). Polls
 * without costs are written as projects of which each costs 1 and as many are paid for as can win.
 * Withdrawn options are left out, as in the count; voters are numbered in the order of the box.
 * @param pointsTotal points a ballot may give altogether, or null
 */
export function writePabulib(publication: Publication, pointsTotal: number | null): string {
  const { options, ballots, seats, budget = `${seats}` } = publication;
  const offered = options.filter((option) => !option.withdrawn);
  const ids = new Set(offered.map(({ id }) => id));
  const type = voteTypeOf(publication.method, pointsTotal);
  const hasPoints = publication.method === 'POINTS';
  const meta = [
    ['description', `Abstimmung ${publication.poll}: ${publication.question}`],
    ['country', 'Germany'],
    ['language', 'de'],
    ['currency', 'EUR'],
    ['date_end', publication.closed.slice(0, 10)],
    ['num_projects', String(offered.length)],
    ['num_votes', String(ballots.length)],
    ['budget', budget],
    ['rule', publication.rule],
    ['vote_type', type],
    ...(type === 'cumulative' ? [['max_sum_points', String(pointsTotal)]] : []),
  ];
  const projects = offered.map(({ id, label, cost = '1' }) => [id, cost, label]);
  const votes = ballots.map((ballot, index) => [
    String(index + 1),
    ...fieldsOf(ballot, ids, hasPoints),
  ]);
  const sections = [
    ['META', [['key', 'value'], ...meta]],
    ['PROJECTS', [['project_id', 'cost', 'name'], ...projects]],
    ['VOTES', [['voter_id', 'vote', ...(hasPoints ? ['points'] : [])], ...votes]],
  ] as const;
  return sections.map(([name, rows]) => `${name}\n${rows.map(lineOf).join('')}`).join('');
}

function voteTypeOf(method: string, pointsTotal: number | null): string {
  if (method === 'RANKING') return 'ordinal';
  if (method === 'POINTS') return pointsTotal === null ? 'scoring' : 'cumulative';
  return 'approval';
}

function fieldsOf(ballot: PublishedBallot, ids: ReadonlySet<string>, hasPoints: boolean): string[] {
  const marks = ballot
    .map((mark) => (typeof mark === 'string' ? ([mark, 1] as const) : mark))
    .filter(([id]) => ids.has(id));
  const named = marks.map(([id]) => id).join(',');
  return hasPoints ? [named, marks.map(([, points]) => points).join(',')] : [named];
}

const lineOf = (fields: readonly string[]) => `${fields.map(fieldOf).join(';')}\n`;

const fieldOf = (text: string) =>
  /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""').replace(/\s+/g, ' ')}"` : text;
