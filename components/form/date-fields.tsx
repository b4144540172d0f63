'use client';

import { textOf, useField } from './field-context';
import { FieldFrame, type FieldProps, inputProps, type WhoSees } from './field-parts';
import { framed } from './text-field';

type NativeProps = FieldProps & {
  /** Nobody gives a day or an hour without having been told who reads it. */
  whoSees: WhoSees;
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
};

function NativeField({ type, ...props }: NativeProps & { type: 'date' | 'time' }) {
  const { name, id = name, min, max } = props;
  const field = useField(name, props);
  const parts = { ...props, ...field, id };
  return (
    <FieldFrame {...framed(parts)}>
      <input
        key={field.key}
        {...inputProps(parts)}
        className="input input-native"
        type={type}
        min={min}
        max={max}
        defaultValue={textOf(field.values, name, props.defaultValue)}
      />
    </FieldFrame>
  );
}

/** A day (`2027-01-20`), with the browser's own calendar. */
export function DateField(props: NativeProps) {
  return <NativeField {...props} type="date" />;
}

/** A time of day (`17:30`). */
export function TimeField(props: NativeProps) {
  return <NativeField {...props} type="time" />;
}
