import type { InputHTMLAttributes, ReactNode, Ref } from 'react';

export type Choice = {
  value: string;
  label: string;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  /** No longer on offer: struck through. */
  struck?: boolean | undefined;
};

type ChoiceRowProps = Omit<Choice, 'value'> & {
  id: string;
  input: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> | undefined };
};

export const choiceHintId = (id: string) => `${id}-choice-hint`;

/** One circle or box with its words; the whole row can be pressed. */
export function ChoiceRow({ id, label, hint, disabled, struck, input }: ChoiceRowProps) {
  // Not the name of the field's own hint: the first choice carries the field's id.
  const hintId = hint ? choiceHintId(id) : undefined;
  const described = [input['aria-describedby'], hintId].filter(Boolean).join(' ') || undefined;
  return (
    <div className="choice">
      <input {...input} id={id} disabled={disabled} aria-describedby={described} />
      <label htmlFor={id}>{struck ? <s>{label}</s> : label}</label>
      {hint ? (
        <div className="choice-hint" id={hintId}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}

/**
 * Ids of a list of choices: the first one that can be chosen carries the id of the field, so that a
 * link from the error summary lands on it.
 */
export function choiceIds(
  fieldId: string,
  options: readonly { disabled?: boolean | undefined }[],
): string[] {
  const first = Math.max(
    0,
    options.findIndex((option) => !option.disabled),
  );
  return options.map((_, index) => (index === first ? fieldId : `${fieldId}-${index + 1}`));
}
