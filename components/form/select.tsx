'use client';

import { textOf, useField } from './field-context';
import { FieldFrame, type FieldProps, inputProps, type WhoSees } from './field-parts';
import { framed } from './text-field';

export type Option = { value: string; label: string };

type SelectProps = FieldProps & {
  /** Nobody chooses without having been told who reads it. */
  whoSees: WhoSees;
  options: Option[];
  defaultValue?: string | undefined;
  /** First entry without a value: „Bitte wählen“. */
  placeholder?: string | undefined;
};

/** One of many. For up to seven choices a RadioGroup is kinder. */
export function Select(props: SelectProps) {
  const { name, id = name, options, placeholder } = props;
  const field = useField(name, props);
  const parts = { ...props, ...field, id };
  return (
    <FieldFrame {...framed(parts)}>
      <select
        key={field.key}
        {...inputProps(parts)}
        className="input input-select"
        defaultValue={textOf(field.values, name, props.defaultValue)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
