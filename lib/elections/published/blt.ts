import type { Publication, PublishedBallot } from '../types';

/**
 * Published ballots as numbers, the form in which programs for rankings exchange them: options and
 * seats, who was withdrawn, a line for each ballot, the names, the title. What is not a ranking
 * stands with equal signs between the options. Options come in the order of the lot.
 */
export function writeBlt(publication: Publication): string {
  const { options, ballots, seats, method } = publication;
  const places = new Map(options.map(({ id }, index) => [id, index + 1]));
  const withdrawn = options.filter((option) => option.withdrawn);
  return [
    `${options.length} ${seats}`,
    ...withdrawn.map(({ id }) => `-${places.get(id)}`),
    ...ballots.map((ballot) => lineOf(ballot, places, method === 'RANKING' ? ' ' : '=')),
    '0',
    ...options.map(({ id, label }) => quoted(`${id} ${label}`)),
    quoted(`Abstimmung ${publication.poll}: ${publication.question}`),
    '',
  ].join('\n');
}

function lineOf(
  ballot: PublishedBallot,
  places: ReadonlyMap<string, number>,
  between: string,
): string {
  const marks = ballot.map((mark) => places.get(typeof mark === 'string' ? mark : mark[0]));
  return marks.length > 0 ? `1 ${marks.join(between)} 0` : '1 0';
}

const quoted = (text: string) => `"${text.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
