import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { InvitationFields } from '@/components/activation/surveys/fields';
import { SurveyHeader } from '@/components/activation/surveys/header';
import { InvitationTable } from '@/components/activation/surveys/invitation-table';
import { Invite } from '@/components/activation/surveys/invite';
import { TurnedPages } from '@/components/activation/surveys/pages';
import { StrikeInvitation } from '@/components/activation/surveys/strike-invitation';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listInvitations } from '@/lib/activation/inviting/queries';
import { leavingOf } from '@/lib/activation/inviting/rules';
import type { InvitationView } from '@/lib/activation/inviting/types';
import { activationPaths } from '@/lib/activation/paths';
import { turned } from '@/lib/activation/rules';
import { getSurvey } from '@/lib/activation/surveys/queries';
import { canEnter, canTell } from '@/lib/activation/surveys/rules';
import type { SurveyView } from '@/lib/activation/surveys/types';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { enterInvitationAction, inviteAskedAction, strikeInvitationAction } from '../../actions';

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
  const { add, saved, strike, page } = await believed(searchParams);
  const path = activationPaths.teamInvitations(id);
  const { survey, invitations } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return { survey: await getSurvey(actor, id), invitations: await listInvitations(actor, id) };
  });
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const inviting = await getTranslations({ locale, namespace: 'activation-inviting' });
  const isAdding = add === 'open';
  const struck = invitations.find((one) => one.id === strike);
  const isInviting = canTell(survey.phase) && survey.invitedAt === null;
  const done = (['added', 'struck'] as const).find((one) => one === saved);
  return (
    <TeamShell holdsText={isAdding || isInviting} locale={locale} path={path} current="activation">
      <SurveyHeader
        {...{ locale, survey }}
        title={t('invitations.title')}
        lead={t('invitations.lead')}
        actions={
          !(isAdding || struck) && canEnter(survey.phase) ? (
            <ButtonLink
              variant="secondary"
              href={localized(locale, activationPaths.teamInvitationAdd(id))}
            >
              {t('invitations.add')}
            </ButtonLink>
          ) : null
        }
      />
      {saved === 'invited' ? (
        <Notice tone="good" role="status">
          <p>{inviting('saved', { ...leavingOf(invitations) })}</p>
        </Notice>
      ) : null}
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: activation-surveys.invitations.* */}
          <p>{t(`invitations.${done}`)}</p>
        </Notice>
      ) : null}
      <Sheet {...{ locale, survey, invitations, isAdding, page }} strike={struck} />
    </TeamShell>
  );
}

interface SheetProps {
  locale: string;
  survey: SurveyView;
  invitations: InvitationView[];
  isAdding: boolean;
  /** As it stands in the address. */
  page: unknown;
  /** Who is asked about to be taken off. */
  strike: InvitationView | undefined;
}

async function Sheet({ locale, survey, invitations, isAdding, page, strike }: SheetProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const { id } = survey;
  if (strike)
    return (
      <StrikeInvitation
        {...{ locale, surveyId: id, invitation: strike }}
        action={strikeInvitationAction}
      />
    );
  if (isAdding)
    return (
      <Form locale={locale} action={enterInvitationAction} submitLabel={t('invitations.submit')}>
        <HiddenFields values={{ id }} />
        <InvitationFields locale={locale} />
      </Form>
    );
  const paged = turned([invitations], page);
  return (
    <>
      <InvitationTable {...{ locale, surveyId: id }} invitations={paged.lists[0] ?? []} />
      <TurnedPages
        {...{ locale, ...paged }}
        pathOf={(to) => activationPaths.teamInvitationsPage(id, to)}
      />
      <Invite {...{ locale, survey, invitations }} action={inviteAskedAction} />
    </>
  );
}
