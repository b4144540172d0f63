import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import type { WorkArea } from '@/lib/accounts/types';
import type { FormAction } from '@/lib/core/form-state';

type AreaSwitchProps = { locale: string; area: WorkArea | null; action: FormAction };

/** For one person in two areas: says in which one they are, and changes it by a press. */
export async function AreaSwitch({ locale, area, action }: AreaSwitchProps) {
  if (area === null) return null;
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <section className="strip-area" aria-label={t('area.label')}>
      <p>{t(`area.now.${area}`)}</p>
      <Form
        locale={locale}
        action={action}
        submitLabel={t(`area.change.${area}`)}
        submitVariant="quiet"
        warnOnLeave={false}
      >
        <HiddenFields values={{ area: area === 'OFFICE' ? 'COUNSELLING' : 'OFFICE' }} />
      </Form>
    </section>
  );
}
