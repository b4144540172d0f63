import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { CorrectSurveyFields, SurveyFields } from '@/components/activation/surveys/fields';
import { SurveyHeader } from '@/components/activation/surveys/header';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getSurvey } from '@/lib/activation/surveys/queries';
import { getOffice } from '@/lib/settings/queries';
import { correctSurveyAction, saveSurveyAction } from '../../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.save.change');
}

export default async function TeamSurveyChangePage({ params }: Props) {
  const { locale, id } = await params;
  const path = activationPaths.teamSurveyChange(id);
  const survey = await guarded(locale, path, async () => getSurvey(await requireCoordinator(), id));
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const { everyDistrict } = await getOffice({ locale });
  const isDraft = survey.phase === 'draft';
  return (
    <TeamShell holdsText locale={locale} path={path} current="activation">
      <SurveyHeader {...{ locale, survey }} title={t('save.change')} />
      <Form
        locale={locale}
        action={isDraft ? saveSurveyAction : correctSurveyAction}
        submitLabel={t('save.submit')}
      >
        <HiddenFields values={{ id, version: String(survey.version) }} />
        {isDraft ? (
          <SurveyFields locale={locale} districts={everyDistrict} start={survey} />
        ) : (
          <CorrectSurveyFields {...{ locale, survey }} />
        )}
      </Form>
    </TeamShell>
  );
}
