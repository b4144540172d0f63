import { add, compare, ZERO } from '@/lib/elections/methods/fraction.mjs';
import type { BallotPaper } from '@/lib/elections/results/types';
import type { Fraction } from '@/lib/elections/types';
import {
  type Counted,
  costOf,
  exactly,
  type Found,
  inLot,
  least,
  less,
  over,
  type Procedure,
  spentOn,
  times,
  votesFor,
} from './procedure';
import { byTurns } from './turns';

/** Ballots that name the same, which therefore always have the same amount left. */
interface Purse {
  choices: BallotPaper['choices'];
  ballots: number;
  left: Fraction;
}

/** A budget: in turns, or by equal shares with what follows them. */
export function byMoney(procedure: Procedure, counted: Counted): Found {
  const { cents, adds, share } = procedure;
  if (cents === undefined || !adds) return { winners: [] };
  if (!share) return { winners: byTurns(procedure, counted, { cents, bought: [] }) };
  const bought = counted.papers.length === 0 ? [] : bySteps(procedure, counted, cents);
  if (!procedure.restByVotes) return { winners: bought };
  const turns: Procedure = { ...procedure, worth: (votes) => exactly(votes), fits: true };
  return { winners: byTurns(turns, counted, { cents, bought }) };
}

function bySteps(procedure: Procedure, counted: Counted, cents: number): string[] {
  const { raise, tooMuch } = procedure;
  let share = over(exactly(cents), counted.papers.length);
  let { bought, isStuck } = buy(procedure, counted, share);
  while (raise !== undefined && !isStuck && isRoom(procedure, counted, { cents, bought })) {
    share = add(share, exactly(raise));
    const next = buy(procedure, counted, share);
    if (tooMuch && spentOn(counted, next.bought) > cents) break;
    ({ bought, isStuck } = next);
  }
  return bought;
}

/** Whether a project somebody ticked still fits into the whole sum. */
function isRoom(
  { free }: Procedure,
  counted: Counted,
  { cents, bought }: { cents: number; bought: readonly string[] },
): boolean {
  const left = cents - spentOn(counted, bought);
  return counted.options.some(
    ({ id }) =>
      votesFor(counted, id) > 0 &&
      !bought.includes(id) &&
      !(free && costOf(counted, id) === 0) &&
      costOf(counted, id) <= left,
  );
}

/** `isStuck`: the sentences do not say what comes next. */
interface Basket {
  bought: string[];
  isStuck: boolean;
}

function buy(
  { pays, cheapest, free, equals }: Procedure,
  counted: Counted,
  share: Fraction,
): Basket {
  const purses = pursesOf(counted, share);
  const wanted = inLot(counted.options)
    .map(({ id }) => id)
    .filter((id) => votesFor(counted, id) > 0);
  const gifts = wanted.filter((id) => costOf(counted, id) === 0);
  const bought = free ? gifts : [];
  // Whoever is not told about them would begin anew for ever: they always fit.
  if (!free && gifts.length > 0) return { bought, isStuck: true };
  for (;;) {
    const open = wanted.filter((id) => !bought.includes(id) && costOf(counted, id) > 0);
    const best = least(offersOf(counted, purses, open), ({ rate }) => rate);
    const [next] = best;
    const isClear = pays === true && cheapest === true && (best.length < 2 || equals === 'lot');
    if (!next || !isClear) return { bought, isStuck: !isClear };
    bought.push(next.id);
    pay(purses, next);
  }
}

const offersOf = (counted: Counted, purses: readonly Purse[], ids: readonly string[]) =>
  ids.flatMap((id) => {
    const cost = costOf(counted, id);
    const full = fullAmount(purses, id, exactly(cost));
    return full ? [{ id, full, rate: over(full, cost) }] : [];
  });

function pay(purses: readonly Purse[], { id, full }: { id: string; full: Fraction }) {
  for (const purse of purses.filter(({ choices }) => choices.includes(id))) {
    purse.left = compare(purse.left, full) < 0 ? ZERO : less(purse.left, full);
  }
}

function pursesOf({ papers }: Counted, left: Fraction): Purse[] {
  const purses = new Map<string, Purse>();
  for (const { choices } of papers) {
    const key = [...choices].sort().join();
    const purse = purses.get(key) ?? { choices, ballots: 0, left };
    purses.set(key, { ...purse, ballots: purse.ballots + 1 });
  }
  return [...purses.values()];
}

/** What each gives when whoever has too little gives everything; null when it is not enough. */
function fullAmount(purses: readonly Purse[], id: string, price: Fraction): Fraction | null {
  let able = purses.filter(({ choices }) => choices.includes(id));
  let open = price;
  for (;;) {
    const ballots = able.reduce((sum, purse) => sum + purse.ballots, 0);
    if (ballots === 0) return null;
    const each = over(open, ballots);
    const poor = able.filter(({ left }) => compare(left, each) < 0);
    if (poor.length === 0) return each;
    open = poor.reduce((rest, { left, ballots: number }) => less(rest, times(left, number)), open);
    able = able.filter((purse) => !poor.includes(purse));
  }
}
