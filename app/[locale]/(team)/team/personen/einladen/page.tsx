import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { RightsFields } from '@/components/accounts/rights-fields';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { PageHeader } from '@/components/layout/page-header';
import { requireRecentAdmin } from '@/lib/accounts/actor';
import { INVITATION_DAYS } from '@/lib/accounts/invitations/rules';
import { ROLE_NAMES } from '@/lib/accounts/invitations/schema';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { listPartnerChoices } from '@/lib/accounts/people/queries';
import { localized } from '@/lib/core/paths';
import { inviteAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'people.invite.title');
}

export default async function InvitePage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.teamInvite();
  const partners = await guarded(locale, path, async () =>
    listPartnerChoices(await requireRecentAdmin()),
  );
  const t = await getTranslations({ locale, namespace: 'people' });
  const seen = await whoSees(locale);
  return (
    <TeamShell holdsText locale={locale} path={path} current="people">
      <PageHeader
        title={t('invite.title')}
        lead={t('invite.lead', { days: INVITATION_DAYS })}
        back={{ href: localized(locale, accountsPaths.teamPeople()), label: t('back') }}
      />
      <Form locale={locale} action={inviteAction} submitLabel={t('invite.submit')}>
        <TextField
          name="email"
          whoSees={seen.INTERNAL}
          type="email"
          label={t('invite.email')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <RightsFields
          labels={{
            roles: t('rights.roles'),
            rolesHint: t('rights.rolesHint'),
            partner: t('rights.partner'),
            partnerHint: t('rights.partnerHint'),
            noPartner: t('rights.noPartner'),
          }}
          roles={ROLE_NAMES.map((role) => ({
            value: role,
            label: t(`role.${role}.name`),
            hint: t(`role.${role}.may`),
          }))}
          partners={partners}
        />
      </Form>
    </TeamShell>
  );
}
