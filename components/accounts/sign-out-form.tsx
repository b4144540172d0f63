import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Form } from '@/components/form/form';
import type { FormAction } from '@/lib/core/form-state';
import { EmptyCaches } from './empty-caches';

type SignOutFormProps = {
  locale: string;
  action: FormAction;
  /** What is to be known before. */
  children?: ReactNode;
};

export async function SignOutForm({ locale, action, children }: SignOutFormProps) {
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <Form
      locale={locale}
      action={action}
      submitLabel={t('nav.signOut')}
      submitVariant="quiet"
      warnOnLeave={false}
    >
      <EmptyCaches />
      {children}
    </Form>
  );
}
