import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { FormatFields } from '@/components/activation/office/format-fields';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { localized } from '@/lib/core/paths';
import { addFormatAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-formats.new.title');
}

export default async function TeamFormatNewPage({ params }: Props) {
  const { locale } = await params;
  const path = activationPaths.teamFormatNew();
  await guarded(locale, path, requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="activation">
      <PageHeader
        back={{ href: localized(locale, activationPaths.teamFormats()), label: t('case.back') }}
        title={t('new.title')}
        lead={t('new.start')}
      />
      <Form locale={locale} action={addFormatAction} submitLabel={t('new.submit')}>
        <FormatFields locale={locale} />
      </Form>
    </TeamShell>
  );
}
