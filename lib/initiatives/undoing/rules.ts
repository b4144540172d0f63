import { ruleOf, STEP_NAMES, STEPS } from '../rules';
import type { RequestStep, SupportKind, SupportState } from '../types';

/** So long a decision of the office can be taken back; the database holds it, too. */
export const TAKE_BACK_HOURS = 24;
const TAKE_BACK_MS = TAKE_BACK_HOURS * 3_600_000;

type Taken = Pick<RequestStep, 'to' | 'at' | 'by'>;

const isMistakable = ({ to, by }: Taken): boolean =>
  by === 'office' && (STEPS.takeBack.from as readonly SupportState[]).includes(to);

/** Whether any step but that back leads from one state to the other. */
const goesOn = (from: SupportState, to: SupportState, kinds: readonly SupportKind[]): boolean =>
  STEP_NAMES.filter((step) => step !== 'takeBack').some((step) => {
    const rule = ruleOf(step, kinds);
    return rule.to === to && rule.from.includes(from);
  });

interface Undone<Step> {
  /** What happened and still counts, in order. */
  standing: Step[];
  /** The lines that say that the step before them was a mistake. */
  backs: Set<Step>;
}

/** What of a history still counts: a decision of the office that was taken back does not. */
export function undone<Step extends Taken>(
  history: readonly Step[],
  kinds: readonly SupportKind[],
): Undone<Step> {
  const standing: Step[] = [];
  const backs = new Set<Step>();
  for (const line of history) {
    const last = standing.at(-1);
    const isBack =
      last !== undefined &&
      isMistakable(last) &&
      line.to === standing.at(-2)?.to &&
      line.by === 'office' &&
      !goesOn(last.to, line.to, kinds);
    if (isBack) {
      standing.pop();
      backs.add(line);
    } else standing.push(line);
  }
  return { standing, backs };
}

/** Where a request stood before the last decision of the office, if that can be taken back; null: it cannot. */
export function stateToGoBackTo(
  history: readonly Taken[],
  kinds: readonly SupportKind[],
  at: Date,
): SupportState | null {
  const { standing } = undone(history, kinds);
  const last = standing.at(-1);
  if (!last || !isMistakable(last) || at.getTime() - last.at.getTime() >= TAKE_BACK_MS) return null;
  return standing.at(-2)?.to ?? null;
}
