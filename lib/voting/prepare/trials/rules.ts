import type { BallotChannel, BallotPaper } from '@/lib/elections/results/types';
import type { PollRule } from '../../types';
import { marksGiven, paperOf } from '../../vote/rules';

/** Ballots a try-out is filled with at once. */
export const MOST_AT_ONCE = 200;

/** Abstentions among made-up ballots: one in so many. */
const ABSTAINS_EVERY = 20;

/** A whole number from 0 up to, but not including, `below`. */
export type Draw = (below: number) => number;

/** A ballot as somebody might fill it in, whatever the method. */
export function madeUpPaper(
  rule: Pick<PollRule, 'method' | 'options' | 'maxChoices' | 'pointsTotal' | 'pointsPerOption'>,
  draw: Draw,
): BallotPaper {
  const ids = shuffled(
    rule.options.map((option) => option.id),
    draw,
  );
  const named = draw(ABSTAINS_EVERY) === 0 ? 0 : 1 + draw(Math.min(rule.maxChoices, ids.length));
  const chosen = ids.slice(0, named);
  if (rule.method === 'RANKING') {
    return paperOf(
      rule.method,
      chosen.map((id, index) => `${id}:${index + 1}`),
    );
  }
  return rule.method === 'POINTS'
    ? paperOf(rule.method, withPoints(rule, chosen, draw))
    : paperOf(rule.method, chosen);
}

function withPoints(
  { pointsTotal, pointsPerOption }: Pick<PollRule, 'pointsTotal' | 'pointsPerOption'>,
  chosen: readonly string[],
  draw: Draw,
): string[] {
  let left = pointsTotal ?? Number.POSITIVE_INFINITY;
  const marks = chosen.map((id) => {
    const given = Math.min(left, 1 + draw(pointsPerOption ?? 1));
    left -= given;
    return `${id}:${given}`;
  });
  return marksGiven(marks).map(({ option, number }) => `${option}:${number}`);
}

function shuffled(ids: readonly string[], draw: Draw): string[] {
  const mixed = [...ids];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] ?? '', mixed[last] ?? ''];
  }
  return mixed;
}

/**
 * Ways of a try-out: those without people who count, because it should be over in a minute. A poll
 * that has only such ways is tried on the web.
 */
export function trialChannels(channels: readonly BallotChannel[]): BallotChannel[] {
  const kept = channels.filter((channel) => channel !== 'PAPER' && channel !== 'HANDS');
  return kept.length > 0 ? kept : ['WEB'];
}
