'use client';

import { type ChangeEvent, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Icon } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import type { Difference } from '@/lib/elections/recount/types';
import { type Published, recountAll, STEPS, type Step } from './recount-run';

/** Sentences of the recount; numbers and names stand in braces. */
export interface RecountWords {
  noScript: string;
  start: string;
  again: string;
  own: string;
  ownHint: string;
  steps: Record<Step, string>;
  waiting: string;
  working: string;
  done: string;
  wrong: string;
  progress: string;
  same: string;
  sameText: string;
  different: string;
  differentText: string;
  failed: string;
  differs: Record<Difference['key'], string>;
  nothing: string;
}

interface Run {
  step: Step;
  progress: { done: number; of: number } | null;
  outcome: { ballots: number; difference: Difference | null } | null;
}

/** What went wrong before anything could be compared. */
const FAILURES: readonly Difference['key'][] = ['load', 'insecure', 'unreadable', 'otherPoll'];

const ICONS = { done: 'check', wrong: 'alert', waiting: 'clock', working: 'clock' } as const;

const never = () => () => undefined;

/** Recounts on a button; without script it says where the other way is. */
export function RecountHere({ published, words }: { published: Published; words: RecountWords }) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [run, setRun] = useState<Run | null>(null);
  const own = useRef<File | null>(null);
  if (!hasScript) return <p className="measure">{words.noScript}</p>;
  const isRunning = run !== null && run.outcome === null;
  const start = async () => {
    setRun({ step: 'load', progress: null, outcome: null });
    const change = (part: Partial<Run>) => setRun((before) => before && { ...before, ...part });
    const outcome = await recountAll(published, own.current, {
      begins: (step) => change({ step }),
      counted: (done, of) => change({ progress: { done, of } }),
    });
    change({ outcome });
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    own.current = target.files?.[0] ?? null;
    setRun(null);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning) void start();
      }}
    >
      <p>
        <Button>{run?.outcome ? words.again : words.start}</Button>
      </p>
      <Details summary={words.own}>
        <div className="field">
          <label className="field-label" htmlFor="own-file">
            {words.ownHint}
          </label>
          <input
            id="own-file"
            className="input"
            type="file"
            accept="application/json,.json"
            onChange={choose}
          />
        </div>
      </Details>
      {run ? (
        <Progress
          run={run}
          words={words}
          left={[
            ...(own.current === null ? (['own'] as const) : []),
            ...(published.isTable ? (['chain'] as const) : []),
          ]}
        />
      ) : null}
      <div role="status">{run?.outcome ? <Verdict words={words} {...run.outcome} /> : null}</div>
    </form>
  );
}

/** @param props.left steps that are not taken */
function Progress({ run, words, left }: { run: Run; words: RecountWords; left: readonly Step[] }) {
  const at = STEPS.indexOf(run.step);
  const stateOf = (index: number) => {
    if (index < at) return 'done';
    if (index > at) return 'waiting';
    if (!run.outcome) return 'working';
    return run.outcome.difference ? 'wrong' : 'done';
  };
  return (
    <ol className="recount-steps">
      {STEPS.map((step, index) => ({ step, state: stateOf(index) }) as const)
        .filter(({ step }) => !left.includes(step))
        .map(({ step, state }) => (
          <li key={step} className={`recount-step recount-${state}`}>
            <Icon name={ICONS[state]} />
            <span>
              <strong>{words.steps[step]}</strong> {words[state]}
              {step === 'chain' && state === 'working' && run.progress ? (
                <span className="recount-progress">
                  <progress
                    max={run.progress.of}
                    value={run.progress.done}
                    aria-label={words.steps.chain}
                  />
                  <span>{filled(words.progress, { ...run.progress })}</span>
                </span>
              ) : null}
            </span>
          </li>
        ))}
    </ol>
  );
}

type VerdictProps = { words: RecountWords; ballots: number; difference: Difference | null };

function Verdict({ words, ballots, difference }: VerdictProps) {
  if (!difference) {
    return (
      <Notice tone="good" title={words.same}>
        <p>{filled(words.sameText, { ballots })}</p>
      </Notice>
    );
  }
  const { key, ...found } = difference;
  const isFailure = FAILURES.includes(key);
  const told = Object.entries(found).map(([name, value]) => [
    name,
    (Array.isArray(value) ? value.join(', ') : String(value)) || words.nothing,
  ]);
  return (
    <Notice tone="problem" title={isFailure ? words.failed : words.different}>
      <p>{filled(words.differs[key], Object.fromEntries(told))}</p>
      {isFailure ? null : <p>{words.differentText}</p>}
    </Notice>
  );
}

const filled = (sentence: string, values: Readonly<Record<string, string | number>>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
