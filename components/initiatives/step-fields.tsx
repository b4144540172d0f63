import { getTranslations } from 'next-intl/server';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import type { ItemChoice } from '@/lib/cases/sessions/types';
import { longDay } from '@/lib/i18n/dates';
import { leastOf } from '@/lib/initiatives/handling/rules';
import { fieldsOf, STEPS, type Step } from '@/lib/initiatives/rules';
import type { SupportKind } from '@/lib/initiatives/types';
import { TAKE_BACK_HOURS } from '@/lib/initiatives/undoing/rules';

type StepFieldsProps = {
  locale: string;
  number: number;
  step: Step;
  kinds: SupportKind[];
  items: ItemChoice[];
  /** How many steps the page shows. */
  seen: number;
};

/** The fields one step of the office needs; each text goes to the asker as it is. */
export async function StepFields({ locale, number, step, kinds, items, seen }: StepFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives-office' });
  return (
    <>
      <HiddenFields values={{ number: String(number), step, seen: String(seen) }} />
      <p>{t(`stepText.${step}`, { hours: TAKE_BACK_HOURS })}</p>
      {fieldsOf(step, kinds).map(({ name, required }) =>
        name === 'agendaItemId' ? (
          <Select
            key={name}
            name={name}
            label={t('field.agendaItemId')}
            hint={t('itemHint')}
            required
            whoSees={{ audience: STEPS[step].audience, text: t('seen.both') }}
            placeholder={t('chooseItem')}
            options={items.map(({ id, position, title, session }) => ({
              value: id,
              label: `${session.title}, ${longDay(session.localDate, locale)}: ${position}. ${title}`,
            }))}
          />
        ) : (
          <TextArea
            key={name}
            name={name}
            label={t(`field.${name}`)}
            hint={name === 'note' ? t(`stepHint.${step}`) : undefined}
            minLength={leastOf(name)}
            whoSees={{
              audience: STEPS[step].audience,
              text: t(STEPS[step].told ? 'seen.asker' : 'seen.both'),
            }}
            required={required}
            rows={4}
            maxLength={1500}
          />
        ),
      )}
    </>
  );
}
