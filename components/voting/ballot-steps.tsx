'use client';

import { Checkbox } from '@/components/form/checkbox';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { FormActions } from '@/components/form/form-actions';
import { RadioGroup } from '@/components/form/radio-group';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ABSTAIN } from '@/lib/voting/vote/rules';
import { BallotChoice } from './ballot-choice';
import { BallotCount } from './ballot-count';
import { BallotNumbers } from './ballot-numbers';
import type { BallotOffer, BallotWords, StepProps } from './ballot-words';

/** The ballot itself: one question, one list. */
export function ChooseStep(props: StepProps) {
  const { ballot, words } = props;
  return (
    <>
      <p className="font-bold text-ink-soft">{words.overline}</p>
      <BallotCount ballot={ballot} words={words}>
        <Choices {...props} />
      </BallotCount>
      <FormActions>
        <Button name="step" value="check">
          {words.toCheck}
        </Button>
      </FormActions>
    </>
  );
}

/** Circles for one answer, boxes for several, a list to choose from for ranks and points. */
function Choices(props: StepProps) {
  const { ballot, words, marks, error } = props;
  if (ballot.method === 'RANKING' || ballot.method === 'POINTS')
    return <BallotNumbers {...props} />;
  const group = {
    name: 'choices',
    label: ballot.question,
    legendIsHeading: true,
    hint: words.instruction,
    whoSees: { audience: 'PERSON', text: words.secret } as const,
    required: true,
    options: optionsOf(ballot, words),
    error,
    errorPrefix: words.errorPrefix,
  };
  return ballot.maxChoices === 1 ? (
    <RadioGroup {...group} defaultValue={marks[0]} />
  ) : (
    <CheckboxGroup {...group} defaultValue={marks} />
  );
}

function optionsOf({ options, withdrawn }: BallotOffer, words: BallotWords) {
  return [
    ...options.map(({ id, label, note, price }) => {
      const isGone = withdrawn.includes(id);
      return {
        value: id,
        label: price ? `${label} (${price})` : label,
        hint: isGone ? words.withdrawn : note || undefined,
        disabled: isGone,
        struck: isGone,
      };
    }),
    { value: ABSTAIN, label: words.abstain, hint: words.abstainHint },
  ];
}

/** What was chosen, once more in words, before it cannot be changed any more. */
export function CheckStep({ ballot, words, marks, error }: StepProps) {
  return (
    <>
      <p className="font-bold text-ink-soft">{words.overline}</p>
      <h1>{words.checkTitle}</h1>
      {words.readOut ? <Notice tone="info">{words.readOut}</Notice> : null}
      <p lang={ballot.lang}>{ballot.question}</p>
      <h2>{words.chosen}</h2>
      <BallotChoice ballot={ballot} words={words} marks={marks} />
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
