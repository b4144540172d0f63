import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { InvitationFields } from '@/components/activation/surveys/fields';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getPublicSurvey } from '@/lib/activation/surveys/queries';
import { saysItself } from '@/lib/core/page-cache';
import { contentLang, localized } from '@/lib/core/paths';
import { askInvitationAction } from '../actions';

type Props = { params: Promise<{ locale: string; survey: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.invite.title');
}

/** The sheet for whoever wants to be invited; nothing of the answers is known here. */
export default async function SurveyInvitationPage({ params }: Props) {
  const { locale, survey: code } = await params;
  const isSaved = saysItself('activation-surveys.said.invited');
  const path = activationPaths.surveyInvitation(code);
  const survey = await guarded(locale, path, () => getPublicSurvey(code));
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const isOpen = survey.phase === 'open';
  return (
    <ActShell holdsText={isOpen && !isSaved} locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, activationPaths.survey(code)), label: t('case.backOne') }}
        overline={survey.title}
        overlineLang={contentLang(locale)}
        title={t('invite.title')}
      />
      {isSaved ? (
        <Notice tone="good" role="status">
          <p>{t('said.invited')}</p>
        </Notice>
      ) : null}
      {isOpen && !isSaved ? (
        <Form locale={locale} action={askInvitationAction} submitLabel={t('invite.submit')}>
          <HiddenFields values={{ code }} />
          <InvitationFields locale={locale} />
        </Form>
      ) : null}
      {isOpen || isSaved ? null : (
        <Notice tone="info">
          <p>{t('refused.notOpen')}</p>
        </Notice>
      )}
    </ActShell>
  );
}
