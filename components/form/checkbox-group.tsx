'use client';

import { type Choice, ChoiceRow, choiceIds } from './choice';
import { listOf, useField } from './field-context';
import { type FieldProps, GroupFrame } from './field-parts';
import { framed } from './text-field';

type CheckboxGroupProps = FieldProps & {
  options: Choice[];
  defaultValue?: string[] | undefined;
  inline?: boolean | undefined;
  legendIsHeading?: boolean | undefined;
};

/** Any number of a few. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { name, id = name, options, inline, legendIsHeading } = props;
  const ids = choiceIds(id, options);
  const field = useField(name, props);
  const chosen = listOf(field.values, name, props.defaultValue);
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
              type: 'checkbox',
              value: option.value,
              defaultChecked: chosen.includes(option.value),
            }}
          />
        ))}
      </div>
    </GroupFrame>
  );
}
