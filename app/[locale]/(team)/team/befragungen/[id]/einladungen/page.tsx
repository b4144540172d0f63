import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { InvitationFields } from '@/components/activation/surveys/fields';
import { InvitationTable } from '@/components/activation/surveys/invitation-table';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getSurvey, listInvitations } from '@/lib/activation/surveys/queries';
import { mayEnter } from '@/lib/activation/surveys/rules';
import { contentLang, localized } from '@/lib/core/paths';
import { enterInvitationAction, strikeInvitationAction } from '../../actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.invitations.title');
}

/** The sheet of those who want to be invited; where one is entered it stands aside. */
export default async function TeamInvitationsPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { add, saved } = await searchParams;
  const path = activationPaths.teamInvitations(id);
  const { survey, invitations } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return { survey: await getSurvey(actor, id), invitations: await listInvitations(actor, id) };
  });
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const isAdding = add === 'open';
  const done = (['added', 'struck'] as const).find((one) => one === saved);
  return (
    <TeamShell holdsText={isAdding} locale={locale} path={path} current="activation">
      <PageHeader
        back={{ href: localized(locale, activationPaths.teamSurvey(id)), label: t('case.backOne') }}
        overline={survey.title}
        overlineLang={contentLang(locale)}
        title={t('invitations.title')}
        lead={t('invitations.lead')}
        actions={
          !isAdding && mayEnter(survey.phase) ? (
            <ButtonLink
              variant="secondary"
              href={localized(locale, activationPaths.teamInvitationAdd(id))}
            >
              {t('invitations.add')}
            </ButtonLink>
          ) : null
        }
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: activation-surveys.invitations.* */}
          <p>{t(`invitations.${done}`)}</p>
        </Notice>
      ) : null}
      {isAdding ? (
        <Form locale={locale} action={enterInvitationAction} submitLabel={t('invitations.submit')}>
          <HiddenFields values={{ id }} />
          <InvitationFields locale={locale} />
        </Form>
      ) : (
        <InvitationTable {...{ locale, invitations }} strike={strikeInvitationAction} />
      )}
    </TeamShell>
  );
}
