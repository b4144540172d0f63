import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/lib/core/form-state';

type ShutDeskProps = {
  locale: string;
  action: FormAction;
  /** Whether it can be opened at all. */
  isOffered: boolean;
};

/** Nobody gets to the counselling's side without saying so. */
export async function ShutDesk({ locale, action, isOffered }: ShutDeskProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.shut' });
  if (!isOffered) {
    return (
      <Notice tone="warn">
        <p>{t('off')}</p>
      </Notice>
    );
  }
  return (
    <Section title={t('title')} intro={<p>{t('text')}</p>}>
      <Form locale={locale} action={action} submitLabel={t('button')} />
    </Section>
  );
}
