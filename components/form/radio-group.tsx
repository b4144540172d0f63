'use client';

import { type Choice, ChoiceRow, choiceIds } from './choice';
import { textOf, useField } from './field-context';
import { type FieldProps, GroupFrame } from './field-parts';
import { framed } from './text-field';

type RadioGroupProps = FieldProps & {
  options: Choice[];
  defaultValue?: string | undefined;
  /** Side by side, for two or three short answers. */
  inline?: boolean | undefined;
  /** The question is the title of the page. */
  legendIsHeading?: boolean | undefined;
};

/** One of a few. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, id = name, options, inline, legendIsHeading } = props;
  const ids = choiceIds(id, options);
  const field = useField(name, props);
  const chosen = textOf(field.values, name, props.defaultValue);
  return (
    <GroupFrame {...framed({ ...props, ...field, id })} legendIsHeading={legendIsHeading}>
      <div className={inline ? 'choices choices-inline' : 'choices'} key={field.key}>
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            id={ids[index] ?? id}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            struck={option.struck}
            input={{
              name,
              type: 'radio',
              value: option.value,
              defaultChecked: chosen === option.value,
            }}
          />
        ))}
      </div>
    </GroupFrame>
  );
}
