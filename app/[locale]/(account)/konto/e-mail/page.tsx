import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { requestAddressAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.address.title');
}

/** For people who came by card: an address to sign in with, too. */
export default async function AddressPage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.accountAddress();
  const actor = await guarded(locale, path, requireActor);
  if (actor.email !== null) notFound();
  const t = await getTranslations({ locale, namespace: 'profile' });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('address.title')}
        lead={t('address.lead')}
        back={{ href: localized(locale, accountsPaths.account()), label: t('back') }}
      />
      <Form locale={locale} action={requestAddressAction} submitLabel={t('address.submit')}>
        <TextField
          name="email"
          type="email"
          label={t('address.email')}
          whoSees={{ audience: 'INTERNAL', text: t('address.seen') }}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </Form>
    </ActShell>
  );
}
