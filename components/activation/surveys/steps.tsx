import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { activationPaths } from '@/lib/activation/paths';
import { canClose, type SurveyWay, waysOfSurvey } from '@/lib/activation/surveys/rules';
import type { SurveyView } from '@/lib/activation/surveys/types';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';

interface SurveyStepsProps {
  locale: string;
  survey: SurveyView;
  actions: Readonly<Record<'open' | 'close' | 'finish' | 'takeBack' | 'strike', FormAction>>;
  /** That came so far. */
  sheets: number;
  /** Whether the draft is to be deleted is asked once more. */
  isDeleting: boolean;
  /** That all sheets are in was said a short while ago, and nobody knows of it yet. */
  canTakeBack: boolean;
}

/** What can be done with a survey now, the next step first. */
export async function SurveySteps(props: SurveyStepsProps) {
  const { locale, survey, actions, isDeleting } = props;
  const t = await getTranslations({ locale, namespace: 'activation-surveys.case' });
  const { id, version, phase } = survey;
  const seen = <HiddenFields values={{ id, version: String(version) }} />;
  if (phase === 'draft' && isDeleting)
    return (
      <Form
        locale={locale}
        action={actions.strike}
        submitLabel={t('delete')}
        submitVariant="danger"
        warnOnLeave={false}
        secondary={
          <ButtonLink href={localized(locale, activationPaths.teamSurvey(id))} variant="quiet">
            {t('keep')}
          </ButtonLink>
        }
      >
        {seen}
        <p>{t('deleteText')}</p>
      </Form>
    );
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
      <StepForms {...props} />
    </Section>
  );
}

/** Where no more than a press is needed. */
async function StepForms(props: SurveyStepsProps) {
  const { locale, survey, actions, sheets, canTakeBack } = props;
  const t = await getTranslations({ locale, namespace: 'activation-surveys.case' });
  const { id, version, phase } = survey;
  const seen = <HiddenFields values={{ id, version: String(version) }} />;
  return (
    <>
      {phase === 'draft' ? (
        <>
          <Form locale={locale} action={actions.open} submitLabel={t('open')} warnOnLeave={false}>
            {seen}
            <p>{t('openText')}</p>
          </Form>
          <p>
            <a href={localized(locale, activationPaths.teamSurveyDelete(id))}>{t('delete')}</a>
          </p>
        </>
      ) : null}
      {canClose(phase) && sheets === 0 ? (
        <Form
          locale={locale}
          action={actions.close}
          submitLabel={t('close')}
          submitVariant="secondary"
          warnOnLeave={false}
        >
          {seen}
          <p>{t('closeText')}</p>
        </Form>
      ) : null}
      {phase === 'over' ? (
        <Form locale={locale} action={actions.finish} submitLabel={t('finish')} warnOnLeave={false}>
          {seen}
          <p>{t('finishText')}</p>
        </Form>
      ) : null}
      {canTakeBack ? (
        <Form
          locale={locale}
          action={actions.takeBack}
          submitLabel={t('takeBack')}
          submitVariant="secondary"
          warnOnLeave={false}
        >
          {seen}
          <p>{t('takeBackText')}</p>
        </Form>
      ) : null}
    </>
  );
}

function pathOf(way: SurveyWay, { id, code, phase }: SurveyView): string {
  const paths: Record<SurveyWay, string> = {
    change: activationPaths.teamSurveyChange(id),
    correct: activationPaths.teamSurveyChange(id),
    enter: activationPaths.teamSurveyEnter(id),
    print: activationPaths.surveySheet(id),
    invitations: activationPaths.teamInvitations(id),
    tell: activationPaths.teamSurveyTell(id),
    tellAgain: activationPaths.teamSurveyTell(id),
    public: phase === 'told' ? activationPaths.surveyResult(code) : activationPaths.survey(code),
  };
  return paths[way];
}
