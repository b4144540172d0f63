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

const TYPES = { phone: 'tel', mail: 'email', line: 'text' } as const;

/** The fields of one part of the settings. */
export function SettingsFields({ fields }: { fields: SettingsField[] }) {
  return fields.map((field) => <OneField key={field.name} {...field} />);
}

function OneField({ kind, value, options = [], ...field }: SettingsField) {
  if (kind === 'lines') return <TextArea {...field} defaultValue={value} rows={5} />;
  if (kind === 'number') return <NumberField {...field} defaultValue={value} />;
  if (kind === 'choice') return <Select {...field} defaultValue={value} options={options} />;
  return <TextField {...field} type={TYPES[kind]} defaultValue={value} autoComplete="off" />;
}
