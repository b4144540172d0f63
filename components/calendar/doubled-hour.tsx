'use client';

import { useState } from 'react';
import { useField } from '@/components/form/field-context';
import { RadioGroup } from '@/components/form/radio-group';

type DoubledHourProps = { name: 'hour'; label: string; first: string; second: string };

/** Asked only after the answer "this hour exists twice": once a year, at night, hardly ever. */
export function DoubledHour({ name, label, first, second }: DoubledHourProps) {
  const field = useField(name, {});
  const isAsked = Boolean(field.error || field.values?.[name]);
  // Stays once asked: the error goes as soon as somebody chooses.
  const [wasAsked, setWasAsked] = useState(isAsked);
  if (isAsked && !wasAsked) setWasAsked(true);
  if (!isAsked && !wasAsked) return null;
  return (
    <RadioGroup
      name={name}
      label={label}
      required
      options={[
        { value: 'first', label: first },
        { value: 'second', label: second },
      ]}
    />
  );
}
