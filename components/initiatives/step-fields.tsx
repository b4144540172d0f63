import { getTranslations } from 'next-intl/server';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { fieldsOf, STEPS, type Step } from '@/lib/initiatives/rules';

type StepFieldsProps = {
  locale: string;
  number: number;
  step: Step;
  /** How many steps the page shows. */
  seen: number;
};

/** The fields one step of the office needs; each text goes to the asker as it is. */
export async function StepFields({ locale, number, step, seen }: StepFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives-office' });
  return (
    <>
      <HiddenFields values={{ number: String(number), step, seen: String(seen) }} />
      <p>{t(`stepText.${step}`)}</p>
      {fieldsOf(step).map(({ name, required }) => (
        <TextArea
          key={name}
          name={name}
          label={t(`field.${name}`)}
          hint={name === 'note' ? t(`stepHint.${step}`) : undefined}
          whoSees={{
            audience: STEPS[step].audience,
            text: t(STEPS[step].told ? 'seen.asker' : 'seen.both'),
          }}
          required={required}
          rows={4}
          maxLength={1500}
        />
      ))}
    </>
  );
}
