'use client';

import { ChoiceRow, choiceHintId, choiceIds } from '@/components/form/choice';
import { GroupFrame } from '@/components/form/field-parts';
import { ABSTAIN, numberFor } from '@/lib/voting/vote/rules';
import type { StepProps } from './ballot-words';

const NAME = 'choices';

/** A list to choose from beside each option: its rank, or its points. */
export function BallotNumbers({ ballot, words, marks, error }: StepProps) {
  const { options, withdrawn, lang, question } = ballot;
  const ids = choiceIds(
    NAME,
    options.map(({ id }) => ({ disabled: withdrawn.includes(id) })),
  );
  return (
    <GroupFrame
      name={NAME}
      id={NAME}
      label={question}
      legendIsHeading
      hint={words.instruction}
      whoSees={{ audience: 'PERSON', text: words.secret }}
      required
      error={error}
      errorPrefix={words.errorPrefix}
    >
      <div className="ballot-numbers" lang={lang}>
        {options.map((option, index) => (
          <NumberRow
            key={option.id}
            id={ids[index] ?? NAME}
            option={option}
            given={numberFor(marks, option.id)}
            numbers={words.numbers}
            withdrawn={withdrawn.includes(option.id) ? words.withdrawn : ''}
          />
        ))}
      </div>
      <div className="choices">
        <ChoiceRow
          id={`${NAME}-abstain`}
          label={words.abstain}
          hint={words.abstainHint}
          input={{
            name: NAME,
            type: 'checkbox',
            value: ABSTAIN,
            defaultChecked: marks.includes(ABSTAIN),
          }}
        />
      </div>
    </GroupFrame>
  );
}

type NumberRowProps = {
  id: string;
  option: { id: string; label: string; note: string };
  given: number;
  numbers: string[];
  /** Says why it cannot be chosen. */
  withdrawn: string;
};

function NumberRow({ id, option, given, numbers, withdrawn }: NumberRowProps) {
  const hint = withdrawn || option.note;
  const hintId = hint ? choiceHintId(id) : undefined;
  const label = <span className="ballot-option">{option.label}</span>;
  return (
    <div className="ballot-number">
      {withdrawn ? <s>{label}</s> : <label htmlFor={id}>{label}</label>}
      {withdrawn ? null : (
        <select
          id={id}
          name={NAME}
          className="input input-select"
          defaultValue={given > 0 ? `${option.id}:${given}` : ''}
          aria-describedby={hintId}
        >
          {numbers.map((number, value) => (
            <option key={number} value={value === 0 ? '' : `${option.id}:${value}`}>
              {number}
            </option>
          ))}
        </select>
      )}
      {hint ? (
        <p className="choice-hint" id={hintId}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
