import type { InputHTMLAttributes, ReactNode, Ref } from 'react';

export type Choice = {
  value: string;
  label: string;
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

type ChoiceRowProps = Omit<Choice, 'value'> & {
  id: string;
  input: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> | undefined };
};

/** One circle or box with its words; the whole row can be pressed. */
export function ChoiceRow({ id, label, hint, disabled, input }: ChoiceRowProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  const described = [input['aria-describedby'], hintId].filter(Boolean).join(' ') || undefined;
  return (
    <div className="choice">
      <input {...input} id={id} disabled={disabled} aria-describedby={described} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <div className="choice-hint" id={hintId}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}

/** The first choice carries the id of the field, so that a link from the error summary lands on it. */
export function choiceId(fieldId: string, index: number): string {
  return index === 0 ? fieldId : `${fieldId}-${index + 1}`;
}
