import { count, isRuleName } from '../methods/count.mjs';
import { headOf } from '../published/chain.mjs';
import type {
  Election,
  Publication,
  PublishedBallot,
  PublishedResult,
  PublishedTable,
} from '../types';
import type { Difference } from './types';

/** A file as somebody hands it in; `null` when it is none of ours. */
export function readPublication(text: string): Publication | null {
  try {
    const file = JSON.parse(text) as Partial<Publication>;
    const isOurs =
      file.format === 'poll-ballots/1' &&
      [file.options, file.ballots, file.result?.winners].every(Array.isArray) &&
      isRuleName(String(file.rule));
    return isOurs ? (file as Publication) : null;
  } catch {
    return null;
  }
}

/** The same of a table. */
export function readTable(text: string): PublishedTable | null {
  try {
    const file = JSON.parse(text) as Partial<PublishedTable>;
    const isOurs =
      file.format === 'poll-table/1' &&
      [file.options, file.result?.winners].every(Array.isArray) &&
      isRuleName(String(file.rule));
    return isOurs ? (file as PublishedTable) : null;
  } catch {
    return null;
  }
}

/** What is different in a table somebody kept. */
export function differenceOfTables(yours: PublishedTable, ours: PublishedTable): Difference | null {
  if (yours.poll !== ours.poll) return { key: 'otherPoll' };
  return JSON.stringify(yours) === JSON.stringify(ours) ? null : { key: 'frame' };
}

/** What is different in a file somebody kept, compared with the one that is published. */
export function differenceOfFiles(yours: Publication, ours: Publication): Difference | null {
  if (yours.poll !== ours.poll) return { key: 'otherPoll' };
  const marks = (ballot: PublishedBallot | undefined) => JSON.stringify(ballot ?? null);
  const place = ours.ballots.findIndex((ballot, at) => marks(ballot) !== marks(yours.ballots[at]));
  if (place >= 0 && place < yours.ballots.length) {
    const told = (ballot: PublishedBallot | undefined) => (ballot ?? []).map(String).join(' ');
    const [mine, theirs] = [yours.ballots[place], ours.ballots[place]];
    return { key: 'ballot', ballot: place + 1, yours: told(mine), ours: told(theirs) };
  }
  if (yours.ballots.length !== ours.ballots.length) {
    return { key: 'ballotCount', yours: yours.ballots.length, ours: ours.ballots.length };
  }
  return JSON.stringify(yours) === JSON.stringify(ours) ? null : { key: 'frame' };
}

/** Whether these are the ballots whose checksum was published at the close. */
export async function differenceOfChain(
  file: Publication,
  head: string,
  onBallot: (done: number) => void,
): Promise<Difference | null> {
  const found = await headOf(file, onBallot);
  return found === head && file.head === head ? null : { key: 'head' };
}

/** What counting the file's ballots by its rule comes to. */
export function recountOf(file: Publication): PublishedResult {
  const { rule, options, ballots } = file;
  if (!isRuleName(rule)) throw new RangeError(`there is no rule ${rule}`);
  const outcome = count(rule, electionOf(file));
  const marked = new Set(ballots.flatMap((ballot) => ballot.map(idOf)));
  return {
    // What nobody marked is recommended by nobody.
    winners: outcome.winners.filter((id) => marked.has(id)),
    votes: Object.fromEntries(options.map(({ id }) => [id, votesFor(file, id)])),
    ...(outcome.rounds && { rounds: outcome.rounds.map(({ votes }) => votes) }),
  };
}

const idOf = (mark: PublishedBallot[number]): string => (typeof mark === 'string' ? mark : mark[0]);

function votesFor({ method, ballots }: Publication, id: string): number {
  const counted = method === 'RANKING' ? ballots.map((ballot) => ballot.slice(0, 1)) : ballots;
  return counted
    .flatMap((ballot) => ballot.filter((mark) => idOf(mark) === id))
    .reduce((sum, mark) => sum + (typeof mark === 'string' ? 1 : mark[1]), 0);
}

function electionOf(file: Publication): Election {
  const { options, ballots, seats, budget, method } = file;
  const positions = new Map(options.map(({ id }, index) => [id, index]));
  const position = (mark: PublishedBallot[number]): number => {
    const found = positions.get(idOf(mark));
    if (found === undefined) throw new RangeError('a ballot names an option that is not offered');
    return found;
  };
  return {
    candidates: options.map(({ id, cost, withdrawn = false }) => ({
      ...{ id, withdrawn, cost: centsIn(cost ?? '0.00') },
    })),
    papers: ballots.map((ballot) => {
      const named = ballot.map(position);
      if (method === 'RANKING') return { count: 1, ranks: named.map((place) => [place]) };
      const ranks = named.length > 0 ? [named] : [];
      if (method !== 'POINTS') return { count: 1, ranks };
      const points = ballot.map((mark) => BigInt(typeof mark === 'string' ? 1 : mark[1]));
      return {
        ...{ count: 1, ranks },
        points: new Map(named.map((place, index) => [place, points[index] ?? 0n])),
      };
    }),
    seats,
    unit: 100n,
    budget: budget === undefined ? null : centsIn(budget),
    lot: options.map((_, index) => index),
  };
}

const centsIn = (amount: string) => BigInt(amount.replace('.', ''));

/** The first thing in which a recount differs from what the page says. */
export function differenceOfResults(
  file: Pick<Publication, 'options'>,
  found: PublishedResult,
  published: PublishedResult,
): Difference | null {
  const labelOf = (id: string) => file.options.find((option) => option.id === id)?.label ?? id;
  const option = file.options.find(({ id }) => found.votes[id] !== published.votes[id]);
  if (option) {
    const [mine, theirs] = [found.votes[option.id] ?? 0, published.votes[option.id] ?? 0];
    return { key: 'votes', option: option.label, found: mine, published: theirs };
  }
  const [round] = roundsOf(found, published).filter((one) => one.found !== one.published);
  if (round) return { key: 'round', ...round, option: labelOf(round.option) };
  if (found.winners.join() === published.winners.join()) return null;
  return {
    key: 'winners',
    found: found.winners.map(labelOf),
    published: published.winners.map(labelOf),
  };
}

/** What every option had in every round, here and there. */
function roundsOf(
  { rounds: found = [] }: PublishedResult,
  { rounds: published = [] }: PublishedResult,
) {
  const longer = found.length > published.length ? found : published;
  return longer.flatMap((_, index) => {
    const [mine, theirs] = [found[index] ?? {}, published[index] ?? {}];
    return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].map((option) => ({
      ...{ round: index + 1, option },
      ...{ found: mine[option] ?? '–', published: theirs[option] ?? '–' },
    }));
  });
}
