import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { TellFields } from '@/components/activation/surveys/fields';
import { SurveyHeader } from '@/components/activation/surveys/header';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getSurvey } from '@/lib/activation/surveys/queries';
import { tellSurveyAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.tell.title');
}

export default async function TeamSurveyTellPage({ params }: Props) {
  const { locale, id } = await params;
  const path = activationPaths.teamSurveyTell(id);
  const survey = await guarded(locale, path, async () => getSurvey(await requireCoordinator(), id));
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="activation">
      <SurveyHeader {...{ locale, survey }} title={t('tell.title')} lead={t('tell.lead')} />
      <Form locale={locale} action={tellSurveyAction} submitLabel={t('tell.submit')}>
        <HiddenFields values={{ id, version: String(survey.version) }} />
        <TellFields locale={locale} survey={survey} />
      </Form>
    </TeamShell>
  );
}
