import type { BallotPaper } from '@/lib/elections/results/types';
import { type Counted, type Found, fallsOn, inLot, type Procedure, type Votes } from './procedure';

/** A vote in units of the fifth decimal. */
const WHOLE = 100_000n;

interface Slip {
  choices: BallotPaper['choices'];
  value: bigint;
  /** Which option it counts for; none when it names nobody else who is still in. */
  at: string | undefined;
}

/** Several seats, with surpluses passed on. */
export function byTransfers(procedure: Procedure, counted: Counted): Found {
  const count = new Transfers(procedure, counted);
  count.begin();
  while (count.goesOn()) count.look();
  return { winners: count.winners, rounds: count.stands.map(written) };
}

class Transfers {
  readonly winners: string[] = [];
  readonly stands: Votes[] = [];
  private readonly ids: string[];
  private readonly slips: Slip[];
  private readonly quota: bigint | null;
  /** What an option keeps once it has passed on its ballots. */
  private readonly kept = new Map<string, bigint>();
  private open: string[];

  constructor(
    private readonly procedure: Procedure,
    { options, papers }: Counted,
  ) {
    this.ids = inLot(options).map(({ id }) => id);
    this.open = this.ids;
    this.slips = papers.map(({ choices }) => ({ choices, value: WHOLE, at: undefined }));
    const naming = papers.filter(({ choices }) => choices.length > 0).length;
    const { parts = 0 } = procedure;
    this.quota = parts > 0 ? BigInt(Math.floor(naming / parts) + 1) * WHOLE : null;
  }

  begin() {
    if (this.procedure.first) for (const slip of this.slips) this.lay(slip);
    this.look();
  }

  look() {
    this.stands.push(new Map(this.ids.map((id) => [id, this.votes(id)])));
    const { quota } = this;
    if (quota !== null && this.procedure.reached) {
      this.elect(this.open.filter((id) => this.votes(id) >= quota));
    }
  }

  /** @returns whether something was passed on or dropped out */
  goesOn(): boolean {
    const free = (this.procedure.places ?? 0) - this.winners.length;
    if (free <= 0 || this.open.length === 0) return false;
    if (this.procedure.rest && this.open.length <= free) {
      this.elect(this.open);
      return false;
    }
    return this.passOn() ?? this.dropOut();
  }

  /** @returns null where nobody has anything to pass on */
  private passOn(): boolean | null {
    const { quota } = this;
    if (quota === null || !this.procedure.surplus) return null;
    const over = this.winners.filter((id) => this.votes(id) > quota);
    if (over.length === 0) return null;
    const inOrder = this.ids.filter((id) => over.includes(id));
    const from = fallsOn(this.procedure, 'passes on', inOrder, this.stands);
    if (from !== null) this.move(from, quota);
    return from !== null;
  }

  private dropOut(): boolean {
    const from = fallsOn(this.procedure, 'leaves', this.open, this.stands);
    if (from === null || !this.procedure.weakest) return false;
    this.open = this.open.filter((id) => id !== from);
    this.move(from, 0n);
    return true;
  }

  private votes(id: string): bigint {
    const lying = this.slips.filter(({ at }) => at === id);
    return this.kept.get(id) ?? lying.reduce((sum, { value }) => sum + value, 0n);
  }

  private lay(slip: Slip) {
    slip.at = slip.choices.find((id) => this.open.includes(id));
  }

  private move(from: string, keeps: bigint) {
    const had = this.votes(from);
    const moving = this.slips.filter(({ at }) => at === from);
    this.kept.set(from, keeps);
    for (const slip of moving) {
      slip.value = (slip.value * (had - keeps)) / had;
      this.lay(slip);
    }
  }

  private elect(ids: readonly string[]) {
    this.winners.push(...ids);
    this.open = this.open.filter((id) => !ids.includes(id));
  }
}

const written = (votes: Votes): Record<string, string> =>
  Object.fromEntries(
    [...votes].map(([id, number]) => {
      const digits = number.toString().padStart(6, '0');
      return [id, `${digits.slice(0, -5)}.${digits.slice(-5)}`];
    }),
  );
