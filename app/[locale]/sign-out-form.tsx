import { getTranslations } from 'next-intl/server';
import { signOutAction } from './(account)/konto/actions';
import { Form } from './form';

export async function SignOutForm({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <Form
      locale={locale}
      action={signOutAction}
      submitLabel={t('nav.signOut')}
      submitVariant="quiet"
      warnOnLeave={false}
    />
  );
}
