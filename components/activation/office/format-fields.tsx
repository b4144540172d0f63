import { getTranslations } from 'next-intl/server';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow } from '@/components/form/fieldset';
import { TextArea } from '@/components/form/text-area';
import { NumberField, TextField } from '@/components/form/text-field';
import { LENGTHS } from '@/lib/activation/formats/rules';
import type { FormatTexts } from '@/lib/activation/formats/types';
import { typedAmount } from '@/lib/core/money';

/** All of it has the same readers; said once. */
const FORMAT_SEEN = 'format-seen';

interface FormatFieldsProps {
  locale: string;
  /** What is there already. */
  start?: FormatTexts | undefined;
}

const LONG = ['preparation', 'chances', 'risks', 'accessibility'] as const;

/** All there is to say about a format; a name and a sentence are enough for an idea. */
export async function FormatFields({ locale, start }: FormatFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  const seen = { above: FORMAT_SEEN };
  // messages: activation-formats.field.*
  const common = (name: keyof typeof LENGTHS & keyof FormatTexts) => ({
    ...{ name, label: t(`field.${name}`), whoSees: seen, maxLength: LENGTHS[name] },
    defaultValue: start?.[name] as string | undefined,
  });
  return (
    <>
      <SeenBy id={FORMAT_SEEN} seen={{ audience: 'INTERNAL', text: t('seen') }} />
      <TextField {...common('name')} required />
      <TextArea {...common('shortDescription')} minLength={5} rows={2} required />
      <TextArea {...common('goal')} rows={2} hint={t('field.needed')} />
      <TextArea
        {...common('procedure')}
        rows={5}
        hint={`${t('field.needed')} ${t('field.lines')}`}
      />
      <TextArea {...common('targetGroups')} rows={2} hint={t('field.lines')} />
      <TextArea {...common('materials')} rows={3} hint={t('field.lines')} />
      <FieldRow>
        <TextField {...common('duration')} />
        <TextField {...common('frequency')} />
      </FieldRow>
      <NumberField
        name="costCents"
        label={t('field.costCents')}
        whoSees={seen}
        inputMode="decimal"
        suffix="€"
        defaultValue={
          typeof start?.costCents === 'number' ? typedAmount(start.costCents) : undefined
        }
      />
      {LONG.map((name) => (
        <TextArea key={name} {...common(name)} rows={2} />
      ))}
    </>
  );
}
