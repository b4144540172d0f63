'use client';

import { ChoiceRow } from './choice';
import { textOf, useField } from './field-context';
import { describedBy, FieldNotes, type FieldProps, ownSeen, SeenBy } from './field-parts';
import { framed } from './text-field';

type CheckboxProps = FieldProps & {
  value?: string | undefined;
  defaultChecked?: boolean | undefined;
};

/** A single yes. */
export function Checkbox(props: CheckboxProps) {
  const { name, id = name, value = 'yes', label, hint } = props;
  const field = useField(name, props);
  const seen = ownSeen(props.whoSees);
  const start = props.defaultChecked ? value : undefined;
  // Explanations belong below the words of the box, not above them.
  const parts = { ...framed({ ...props, ...field, id }), hint: undefined };
  return (
    <div className={field.error ? 'field field-wrong' : 'field'}>
      <FieldNotes {...parts} whoSees={undefined} />
      <div className="choices" key={field.key}>
        <ChoiceRow
          id={id}
          label={label}
          hint={hint}
          input={{
            name,
            type: 'checkbox',
            value,
            defaultChecked: textOf(field.values, name, start) === value,
            'aria-required': props.required || undefined,
            'aria-invalid': field.error ? true : undefined,
            'aria-describedby': describedBy(parts),
          }}
        />
      </div>
      {seen ? <SeenBy id={`${id}-seen`} seen={seen} /> : null}
    </div>
  );
}
