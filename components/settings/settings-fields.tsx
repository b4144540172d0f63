import { SeenBy } from '@/components/form/field-parts';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';

export type SettingsField = {
  name: string;
  kind: 'line' | 'lines' | 'number' | 'phone' | 'mail' | 'choice';
  label: string;
  hint?: string | undefined;
  value: string;
  required?: boolean | undefined;
  options?: { value: string; label: string }[] | undefined;
};

/** Everything in the settings has the same readers; said once. */
const SEEN = 'settings-seen';
const everybody = { whoSees: { above: SEEN } } as const;

const TYPES = { phone: 'tel', mail: 'email', line: 'text' } as const;

/** The fields of one part of the settings. */
export function SettingsFields({ fields, seen }: { fields: SettingsField[]; seen: string }) {
  return (
    <>
      <SeenBy id={SEEN} seen={{ audience: 'PUBLIC', text: seen }} />
      {fields.map((field) => (
        <OneField key={field.name} {...field} />
      ))}
    </>
  );
}

function OneField({ kind, value, options = [], ...field }: SettingsField) {
  if (kind === 'lines') return <TextArea {...field} {...everybody} defaultValue={value} rows={5} />;
  if (kind === 'number') return <NumberField {...field} {...everybody} defaultValue={value} />;
  if (kind === 'choice')
    return <Select {...field} {...everybody} defaultValue={value} options={options} />;
  return (
    <TextField
      {...field}
      {...everybody}
      type={TYPES[kind]}
      defaultValue={value}
      autoComplete="off"
    />
  );
}
