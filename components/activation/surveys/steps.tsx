import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { activationPaths } from '@/lib/activation/paths';
import { type SurveyWay, waysOfSurvey } from '@/lib/activation/surveys/rules';
import type { SurveyView } from '@/lib/activation/surveys/types';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';

interface SurveyStepsProps {
  locale: string;
  survey: SurveyView;
  open: FormAction;
  finish: FormAction;
}

/** What can be done with a survey now, the next step first. */
export async function SurveySteps({ locale, survey, open, finish }: SurveyStepsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.case' });
  const { id, version, phase } = survey;
  return (
    <Section title={t('next')}>
      <div className="cluster">
        {waysOfSurvey(phase).map((way, index) => (
          // messages: activation-surveys.case.*
          <ButtonLink
            key={way}
            href={localized(locale, pathOf(way, survey))}
            variant={index === 0 && phase !== 'draft' ? 'primary' : 'secondary'}
          >
            {t(way)}
          </ButtonLink>
        ))}
      </div>
      {phase === 'draft' ? (
        <Form locale={locale} action={open} submitLabel={t('open')} warnOnLeave={false}>
          <HiddenFields values={{ id, version: String(version) }} />
          <p>{t('openText')}</p>
        </Form>
      ) : null}
      {phase === 'over' ? (
        <Form locale={locale} action={finish} submitLabel={t('finish')} warnOnLeave={false}>
          <HiddenFields values={{ id, version: String(version) }} />
          <p>{t('finishText')}</p>
        </Form>
      ) : null}
    </Section>
  );
}

function pathOf(way: SurveyWay, { id, code, phase }: SurveyView): string {
  const paths: Record<SurveyWay, string> = {
    change: activationPaths.teamSurveyChange(id),
    enter: activationPaths.teamSurveyEnter(id),
    print: activationPaths.surveySheet(id),
    invitations: activationPaths.teamInvitations(id),
    tell: activationPaths.teamSurveyTell(id),
    tellAgain: activationPaths.teamSurveyTell(id),
    public: phase === 'told' ? activationPaths.surveyResult(code) : activationPaths.survey(code),
  };
  return paths[way];
}
