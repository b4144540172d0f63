import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { AnswerFields } from '@/components/activation/surveys/fields';
import { SurveyHeader } from '@/components/activation/surveys/header';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getSurvey } from '@/lib/activation/surveys/queries';
import { ENTERED_MODES } from '@/lib/activation/surveys/rules';
import { believed } from '@/lib/core/page-cache';
import { enterAnswerAction } from '../../actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.enter.title');
}

/** Sheet after sheet by the keyboard alone: the next empty one is there at once, with the first answer to be typed. */
export default async function TeamSurveyEnterPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { mode, sheet, saved } = await believed(searchParams);
  const path = activationPaths.teamSurveyEnter(id);
  const survey = await guarded(locale, path, async () => getSurvey(await requireCoordinator(), id));
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const taken = /^[1-9]\d{0,3}$/.test(String(sheet)) ? Number(sheet) : 0;
  return (
    <TeamShell holdsText locale={locale} path={path} current="activation">
      <SurveyHeader {...{ locale, survey }} title={t('enter.title')} meta={t('enter.keys')} />
      {taken > 0 && saved !== undefined ? (
        <Notice tone="good" role="status">
          <p>{t('enter.taken', { count: taken })}</p>
        </Notice>
      ) : null}
      <Form key={taken} locale={locale} action={enterAnswerAction} submitLabel={t('enter.submit')}>
        <HiddenFields values={{ id, sheet: String(taken) }} />
        <RadioGroup
          inline
          name="mode"
          label={t('field.mode')}
          required
          defaultValue={ENTERED_MODES.find((one) => one === mode) ?? 'PAPER'}
          // messages: activation-surveys.mode.*
          options={ENTERED_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
        />
        <AnswerFields isEntered locale={locale} questions={survey.questions} />
      </Form>
    </TeamShell>
  );
}
