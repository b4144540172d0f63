import { type Counted, type Found, fallsOn, inLot, type Procedure, type Votes } from './procedure';

/** One seat, round by round. */
export function byRunoff(procedure: Procedure, counted: Counted): Found {
  let open = inLot(counted.options).map(({ id }) => id);
  const stands: Votes[] = [];
  let winner: string | undefined;
  while (procedure.rounds && open.length > 0 && winner === undefined) {
    const votes = votesIn(counted, open);
    stands.push(votes);
    winner = procedure.majority && aheadOf(votes);
    if (winner !== undefined) break;
    const leaves = leaving(procedure, open, stands);
    if (leaves === null) break;
    open = open.filter((id) => id !== leaves);
    if (open.length === 1) [winner] = open;
  }
  const rounds = stands.map((votes) =>
    Object.fromEntries([...votes].map(([id, number]) => [id, String(number)])),
  );
  return { winners: winner === undefined ? [] : [winner], rounds };
}

function votesIn({ papers }: Counted, open: readonly string[]): Votes {
  const firsts = papers.map(({ choices }) => choices.find((id) => open.includes(id)));
  return new Map(open.map((id) => [id, BigInt(firsts.filter((first) => first === id).length)]));
}

function aheadOf(votes: Votes): string | undefined {
  const total = [...votes.values()].reduce((sum, number) => sum + number, 0n);
  return [...votes].find(([, number]) => 2n * number > total)?.[0];
}

const leaving = (procedure: Procedure, open: readonly string[], stands: readonly Votes[]) =>
  procedure.weakest ? fallsOn(procedure, 'leaves', open, stands) : null;
