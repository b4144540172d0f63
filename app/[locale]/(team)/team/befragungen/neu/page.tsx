import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { SurveyFields } from '@/components/activation/surveys/fields';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { saveSurveyAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.save.new');
}

export default async function TeamSurveyNewPage({ params }: Props) {
  const { locale } = await params;
  const path = activationPaths.teamSurveyNew();
  await guarded(locale, path, requireCoordinator);
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const { districts } = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="activation">
      <PageHeader
        back={{ href: localized(locale, activationPaths.teamSurveys()), label: t('case.back') }}
        title={t('save.new')}
      />
      <Form locale={locale} action={saveSurveyAction} submitLabel={t('save.submit')}>
        <SurveyFields locale={locale} districts={districts} />
      </Form>
    </TeamShell>
  );
}
