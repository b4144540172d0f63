'use client';

import { Checkbox } from '@/components/form/checkbox';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { FormActions } from '@/components/form/form-actions';
import { RadioGroup } from '@/components/form/radio-group';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ABSTAIN } from '@/lib/voting/ballots/rules';
import type { PollOptionView } from '@/lib/voting/types';

/** Sentences of the ballot, in the reader's language. */
export interface BallotWords {
  overline: string;
  instruction: string;
  secret: string;
  abstain: string;
  abstainHint: string;
  toCheck: string;
  checkTitle: string;
  checkFinal: string;
  chosen: string;
  ageLabel: string;
  cast: string;
  change: string;
  pending: string;
  errorTitle: string;
  errorPrefix: string;
  honeypot: string;
}

export interface BallotOffer {
  number: number;
  question: string;
  maxChoices: number;
  options: PollOptionView[];
  /** Language of question and options when it is not the page's. */
  lang?: string | undefined;
}

type StepProps = {
  ballot: BallotOffer;
  words: BallotWords;
  /** Chosen option ids, or the abstention. */
  marks: string[];
  error?: string | undefined;
};

/** The ballot itself: one question, one list. */
export function ChooseStep({ ballot, words, marks, error }: StepProps) {
  const options = [
    ...ballot.options.map(({ id, label, note }) => ({ value: id, label, hint: note || undefined })),
    { value: ABSTAIN, label: words.abstain, hint: words.abstainHint },
  ];
  const group = {
    name: 'choices',
    label: ballot.question,
    legendIsHeading: true,
    hint: words.instruction,
    whoSees: words.secret,
    required: true,
    options,
    error,
    errorPrefix: words.errorPrefix,
  };
  return (
    <>
      <p className="font-bold text-ink-soft">{words.overline}</p>
      {ballot.maxChoices === 1 ? (
        <RadioGroup {...group} defaultValue={marks[0]} />
      ) : (
        <CheckboxGroup {...group} defaultValue={marks} />
      )}
      <FormActions>
        <Button name="step" value="check">
          {words.toCheck}
        </Button>
      </FormActions>
    </>
  );
}

/** What was chosen, once more in words, before it cannot be changed any more. */
export function CheckStep({ ballot, words, marks, error }: StepProps) {
  const labels = marks.includes(ABSTAIN)
    ? [words.abstain]
    : ballot.options.filter(({ id }) => marks.includes(id)).map(({ label }) => label);
  return (
    <>
      <p className="font-bold text-ink-soft">{words.overline}</p>
      <h1>{words.checkTitle}</h1>
      <p lang={ballot.lang}>{ballot.question}</p>
      <h2>{words.chosen}</h2>
      <ul className="prose lead" lang={ballot.lang}>
        {labels.map((label) => (
          <li key={label}>
            <strong>{label}</strong>
          </li>
        ))}
      </ul>
      <Checkbox
        name="age"
        label={words.ageLabel}
        required
        error={error}
        errorPrefix={words.errorPrefix}
      />
      <Notice tone="warn">{words.checkFinal}</Notice>
      <FormActions>
        <Button name="step" value="cast">
          {words.cast}
        </Button>
        <Button name="step" value="choose" variant="secondary">
          {words.change}
        </Button>
      </FormActions>
    </>
  );
}
